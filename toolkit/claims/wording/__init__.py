"""What a row says as one short sentence: "Russian troops enter Dnipropetrovsk region"."""

from toolkit.claims.wording.worded import worded

__all__ = ["worded"]
