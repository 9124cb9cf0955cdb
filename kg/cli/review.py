"""`kg review`: who may be one across articles, for the user to decide."""

from kg.cli.app import STORE, Format, FormatOption, OutputOption, StoreOption, command, hand_out, tell


@command("kg review", "kg review --format csv --output pairs.csv")
def review(
    format: FormatOption = Format.TEXT,  # noqa: A002 - the users' word
    store: StoreOption = STORE,
    output: OutputOption = None,
) -> None:
    """List the actors that may be one across articles, and the corrections that decide it; the likeliest first.

    Put the line that is right into a table that begins with the line correction,thing,value, and give the table to
    kg build --corrections.
    """
    from kg.query.review import review as pairs
    from kg.query.review import review_text
    from kg.store import open_store

    with open_store(store) as opened:
        answer = pairs(opened)
    hand_out(review_text(answer) if format is Format.TEXT else answer.write(format), output)
    if not answer.rows:
        tell("No two actors of the graph may be one.")
