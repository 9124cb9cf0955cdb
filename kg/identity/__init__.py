"""Who is one across articles: actors that no table knows, compared by name, state and role; the reason is kept."""

from kg.identity.publishing import publish_identities
from kg.identity.sightings import Dataset

__all__ = ["Dataset", "publish_identities"]
