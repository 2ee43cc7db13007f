"""Actors: the parties that the phrases of an article name."""

from toolkit.claims.actors.parties import Parties
from toolkit.claims.actors.party import Party

__all__ = ["Parties", "Party"]
