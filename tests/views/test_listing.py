from kg.query import Answer
from kg.views.listing import listing


def test_row_becomes_a_line_its_words_and_their_place() -> None:
    answer = Answer(
        ("date", "who", "ties", "mode", "quote", "sentence", "article", "outlet", "fact"),
        (
            (
                "2019-01-22",
                "Dmitry Peskov",
                3,
                "indirect",
                "no instant\nresult",
                "He said so.",
                "Talks",
                None,
                "statement/5f",
            ),
            (None, "Japan", 0, None, '"No"', None, "Talks", "Kyodo", "statement/6a"),
        ),
    )
    assert listing(answer) == (
        "2019-01-22  Dmitry Peskov  ties 3\n"
        "    “no instant result”\n"
        "    — Talks · statement/5f\n"
        "\n"
        "Japan  ties 0\n"
        '    "No"\n'
        "    — Talks · Kyodo · statement/6a\n"
    )


def test_long_words_are_filled() -> None:
    lines = listing(Answer(("who", "quote"), (("Japan", "word " * 40),)), width=40).splitlines()
    assert len(lines) > 3
    assert all(len(line) <= 40 and line.startswith("    ") for line in lines[1:])


def test_control_characters_of_an_article_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in listing(Answer(("who", "quote"), (("\x1b[2JJapan", "\x1b]0;x\x07"),)))


def test_answer_without_quotations_is_a_table() -> None:
    answer = Answer(("who", "n"), (("Japan", 2),))
    assert listing(answer) == answer.table()


def test_two_quotations_of_a_row_are_both_given() -> None:
    answer = Answer(("quote", "fact", "other_quote", "other_fact"), (("ours", "position/1", "not so", "position/2"),))
    assert listing(answer) == "\n    “ours”\n    — position/1\n    “not so”\n    — position/2\n"


def test_what_was_before_comes_first_with_its_own_place() -> None:
    columns = ("who", "quote_before", "sentence_before", "fact_before", "quote", "article", "fact")
    answer = Answer(columns, (("Eastland", "yes", "It said yes.", "position/1", "no", "A talk", "position/2"),))
    assert listing(answer) == "Eastland\n    “yes”\n    — position/1\n    “no”\n    — A talk · position/2\n"
