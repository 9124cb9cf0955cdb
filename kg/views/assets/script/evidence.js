// The words that carry a fact, in their sentence, with who, when and where; and all that is quoted from an article.

function passage(fact) {
  const quote = element("blockquote", { class: "words" });
  for (const [text, mark] of fact.passage) {
    if (mark === "words") quote.append(element("mark", {}, text));
    else if (mark) quote.append(element("span", { class: mark }, text));
    else quote.append(text);
  }
  return quote;
}

function factCard(fact) {
  const article = articleOf(fact);
  const line = [fact.who.map((_, place) => speaker(fact, place)).join(", "), what(fact), targets(fact).join(", ")]
    .filter(Boolean)
    .join(" · ");
  const when = fact.date && fact.date !== article.date ? `${fact.date} · ` : "";
  const source = element("p", { class: "quiet" }, when, link(article.url, article.title));
  source.append(
    [article.outlet, article.date]
      .filter(Boolean)
      .map((text) => ` · ${text}`)
      .join(""),
  );
  const more = button(article.text ? "Read it in the article" : "More from this article", () =>
    showArticle(fact.article, facts.indexOf(fact)),
  );
  return element(
    "div",
    { class: "fact" },
    element("p", {}, line),
    passage(fact),
    source,
    element("p", { class: "quiet" }, more, " · ", correctButton(fact), " · ", element("code", {}, fact.id)),
    correctionNote(fact),
  );
}

function showArticle(number, place) {
  const article = data.articles[number];
  const quoted = placesWhere((fact) => fact.article === number);
  openPanel(
    `article ${number}`,
    article.title,
    element("p", { class: "quiet" }, [article.outlet, article.date].filter(Boolean).join(" · ")),
    article.url ? element("p", {}, link(article.url, article.url)) : null,
    article.text
      ? wholeText(article, place)
      : element("p", { class: "quiet" }, "The page holds the quoted words in their sentences, not the whole article."),
    article.text ? null : factList("Quoted from it", quoted),
  );
  const here = byId("panel-body").querySelector(".here");
  if (here) here.scrollIntoView({ block: "center" });
}

// Every place that carries a fact is marked; a press on it opens the facts that it carries.
function wholeText(article, place) {
  const text = element("div", { class: "article" });
  for (const [words, places] of article.text) {
    if (!places.length) text.append(words);
    else
      text.append(
        element(
          "mark",
          {
            class: places.includes(place) ? "here" : "",
            title: places.map((one) => what(facts[one])).join("; "),
            on: () => showFacts(places),
          },
          words,
        ),
      );
  }
  return text;
}

function showFacts(places) {
  if (places.length === 1) showFact(places[0]);
  else
    openPanel(
      facts[places[0]].id,
      `${plural(places.length, "fact")} in these words`,
      ...places.map((place) => factCard(facts[place])),
    );
}
