"use strict";
{
  const byId = (id) => document.getElementById(id);
  const form = byId("filters"), tip = byId("tip"), counts = byId("counts");

  // Every spot with its link, its pieces in both texts, and its notes.
  const spots = [], byName = new Map();
  for (const link of document.querySelectorAll("a.mark")) {
    const item = byId("note-" + link.dataset.spot);
    const notes = [...item.children].map((element) => ({
      element,
      family: element.dataset.family,
      rule: element.dataset.rule,
      state: element.dataset.state,
      confidence: Number(element.dataset.confidence),
    }));
    const spot = { link, item, notes, pieces: [], shown: true, index: spots.length };
    spots.push(spot);
    byName.set(link.dataset.spot, spot);
  }
  for (const piece of document.querySelectorAll("[data-spot]")) {
    byName.get(piece.dataset.spot)?.pieces.push(piece);
  }
  const rows = [...document.querySelectorAll(".row")].map((element) => ({
    element,
    spots: [...element.querySelectorAll("a.mark")].map((link) => byName.get(link.dataset.spot)),
    summary: element.querySelector(".notes > summary"),
  }));
  const files = [...document.querySelectorAll(".file")].map((element) => ({
    element,
    spots: [...element.querySelectorAll("a.mark")].map((link) => byName.get(link.dataset.spot)),
  }));
  let here = null;

  const plural = (count, what) => `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
  const shownNotes = (some) =>
    some.reduce((sum, spot) => sum + spot.notes.filter((note) => !note.element.hidden).length, 0);

  function filter() {
    const ticked = (name) => new Set([...form.querySelectorAll(`[name=${name}]:checked`)].map((box) => box.value));
    const families = ticked("family"), states = ticked("state");
    const rule = form.elements.rule.value, least = Number(form.elements.confidence.value);
    const isDefault = !form.querySelector("[type=checkbox]:not(:checked)") && !rule && !least;
    byId("least").value = least.toFixed(2);
    for (const spot of spots) {
      for (const note of spot.notes) {
        note.element.hidden = !(
          families.has(note.family) && states.has(note.state) &&
          (!rule || rule === note.rule) && note.confidence >= least
        );
      }
      spot.shown = spot.notes.some((note) => !note.element.hidden);
      spot.item.hidden = !spot.shown;
      spot.link.tabIndex = spot.shown ? 0 : -1;
      for (const piece of spot.pieces) piece.classList.toggle("off", !spot.shown);
    }
    for (const row of rows) {
      const count = shownNotes(row.spots);
      row.element.hidden = !count && !isDefault;
      if (row.summary) row.summary.textContent = plural(count, "finding");
    }
    let inFiles = 0;
    for (const file of files) {
      const any = file.spots.some((spot) => spot.shown);
      inFiles += any;
      file.element.hidden = !any && !isDefault;
    }
    const all = spots.reduce((sum, spot) => sum + spot.notes.length, 0);
    counts.textContent = `${shownNotes(spots).toLocaleString("en")} of ${plural(all, "finding")} shown, in ${plural(inFiles, "file")}`;
  }

  function light(spot, isOn) {
    for (const piece of spot.pieces) piece.classList.toggle("here", isOn);
  }

  // What is said of a spot stands beside it while the pointer is on it, or the focus.
  function show(spot, beside) {
    hide();
    if (!spot || !spot.shown) return;
    tip.replaceChildren(...spot.notes.filter((note) => !note.element.hidden).map((note) => note.element.cloneNode(true)));
    tip.hidden = false;
    tip.spot = spot;
    light(spot, true);
    const box = beside.getClientRects()[0] ?? beside.getBoundingClientRect();
    const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
    const below = box.bottom + 8 + tip.offsetHeight <= innerHeight;
    tip.style.left = `${left}px`;
    tip.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - tip.offsetHeight - 8)}px`;
  }
  function hide() {
    if (tip.spot) light(tip.spot, false);
    tip.spot = null;
    tip.hidden = true;
  }

  function go(step) {
    const shown = spots.filter((spot) => spot.shown);
    if (!shown.length) return;
    const focused = byName.get(document.activeElement?.dataset?.spot);
    here = focused ?? here;
    let next;
    if (here === null) {
      next = step > 0 ? shown[0] : shown.at(-1);
    } else {
      next = step > 0
        ? shown.find((spot) => spot.index > here.index) ?? shown[0]
        : shown.findLast((spot) => spot.index < here.index) ?? shown.at(-1);
    }
    here = next;
    next.link.focus({ preventScroll: true });
    next.link.scrollIntoView({ block: "center" });
    show(next, next.link);
  }

  const spotOf = (target) => byName.get(target.closest?.("[data-spot]")?.dataset.spot);
  const main = byId("texts");
  main.addEventListener("mouseover", (event) => {
    const spot = spotOf(event.target);
    if (spot && spot !== tip.spot) show(spot, event.target.closest("[data-spot]"));
  });
  main.addEventListener("mouseout", (event) => {
    if (!spotOf(event.relatedTarget ?? main) && !tip.contains(event.relatedTarget)) hide();
  });
  tip.addEventListener("mouseleave", hide);
  main.addEventListener("focusin", (event) => {
    const spot = spotOf(event.target);
    if (spot) show(spot, event.target);
  });
  main.addEventListener("focusout", hide);
  main.addEventListener("click", (event) => {
    const spot = byName.get(event.target.closest?.("a.mark")?.dataset.spot);
    if (!spot) return;
    spot.item.closest("details").open = true; // the link leads to the note in it
  });
  addEventListener("scroll", () => {
    if (tip.spot && document.activeElement === tip.spot.link) show(tip.spot, tip.spot.link);
    else hide();
  }, { passive: true });
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    const typing = event.target.closest?.("select, input:not([type=checkbox])");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !byId("keys").checked) return;
    if (event.key === "n" || event.key === "p") {
      event.preventDefault();
      go(event.key === "n" ? 1 : -1);
    }
  });
  byId("next").addEventListener("click", () => go(1));
  byId("previous").addEventListener("click", () => go(-1));
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());

  const theme = byId("theme"), root = document.documentElement;
  const stored = { // a page that is opened as a file may have no storage
    get: () => { try { return localStorage.getItem("newsfix-theme"); } catch { return null; } },
    set: (value) => { try { localStorage.setItem("newsfix-theme", value); } catch { /* then not */ } },
  };
  function paint(name) {
    if (name) root.dataset.theme = name;
    const dark = name ? name === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    theme.setAttribute("aria-pressed", String(dark));
  }
  theme.addEventListener("click", () => {
    const name = theme.getAttribute("aria-pressed") === "true" ? "light" : "dark";
    stored.set(name);
    paint(name);
  });
  paint(stored.get());

  for (const element of [theme, form, byId("bar")]) element.hidden = false;
  form.reset(); // a browser may remember what was ticked before
  filter();
}
