"""Phrasing: what only a model of the language can see. It proposes seldom, and applies hardly ever."""
