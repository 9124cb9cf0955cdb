"""The training of the English pipeline in `data/model`: see `README.md` here."""
