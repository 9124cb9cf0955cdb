"""Confidence against what was right, in bins."""

from kg.evaluation.calibration import Calibration, Judged

JUDGED = (
    Judged(0.0, False, False),
    Judged(0.85, True, True),
    Judged(0.85, True, False),
    Judged(0.8, False, False),
    Judged(0.9, True, True),
    Judged(1.0, True, True),
)


def test_bins_tell_how_many_were_matched_and_had_the_right_speaker() -> None:
    bins = {(one["from"], one["to"]): one for one in Calibration(JUDGED).to_json()}
    assert bins[0.0, 0.5] == {"from": 0.0, "to": 0.5, "statements": 1, "matched": 0.0, "right_speaker": 0.0}
    assert bins[0.5, 0.6] == {"from": 0.5, "to": 0.6, "statements": 0, "matched": None, "right_speaker": None}
    assert bins[0.8, 0.9] == {"from": 0.8, "to": 0.9, "statements": 3, "matched": 0.667, "right_speaker": 0.333}
    assert bins[0.9, 1.0] == {"from": 0.9, "to": 1.0, "statements": 2, "matched": 1.0, "right_speaker": 1.0}
    assert sum(one["statements"] for one in bins.values()) == len(JUDGED)


def test_table_shows_the_bins() -> None:
    rows = [row.split() for row in Calibration(JUDGED).table().splitlines()]
    assert rows[0] == ["confidence", "statements", "matched", "with", "right", "speaker"]
    assert rows[2] == ["0.50", "to", "0.60", "0", "-", "-"]
    assert rows[5] == ["0.80", "to", "0.90", "3", "0.667", "0.333"]


def test_speakers_are_left_out_where_they_are_not_annotated() -> None:
    calibration = Calibration(JUDGED, has_speakers=False)
    assert "speaker" not in calibration.table()
    assert "right_speaker" not in calibration.to_json()[0]
