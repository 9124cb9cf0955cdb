// The list of all that is kept, for reading, printing, the keyboard and screen readers.

function drawList(limit) {
  const places = [...kept];
  byId("rows").replaceChildren(...places.slice(0, limit).map((place) => row(facts[place])));
  byId("more").hidden = places.length <= limit;
  drawTreaties();
}

function row(fact) {
  const article = articleOf(fact);
  const who = fact.who.flatMap((id, place) => [place ? ", " : "", button(speaker(fact, place), () => openItem(id))]);
  const about = fact.about.flatMap((id, place) => [
    place ? ", " : "",
    has(territories, id) ? button(territoryLabel(id), () => openItem(id)) : id,
  ]);
  if (fact.target)
    about.push(
      about.length ? ", " : "",
      button(`“${fact.target}”`, () => openItem(`treaty/${fact.target}`)),
    );
  const source = element(
    "td",
    { role: "cell" },
    link(article.url, article.title),
    element("div", { class: "quiet" }, [article.outlet, article.date].filter(Boolean).join(" · ")),
  );
  const cell = (...content) => element("td", { role: "cell" }, ...content);
  return element(
    "tr",
    { role: "row" },
    cell(dateOf(fact)),
    cell(...who),
    cell(button(what(fact), () => openItem(fact.id))),
    cell(...about),
    cell(passage(fact), element("code", { class: "quiet" }, fact.id)),
    source,
  );
}

function drawTreaties() {
  const words = folded(state.text).split(/\s+/);
  const shown = data.treaties.filter((one) => words.every((word) => folded(one.label).includes(word)));
  const items = shown.map((one) => {
    const year = one.year && !one.label.includes(one.year) ? ` (${one.year})` : "";
    return element(
      "li",
      {},
      button(`${one.label}${year}`, () => openItem(`treaty/${one.label}`)),
      `: ${one.kind}, named in ${plural(one.articles, "article")}`,
    );
  });
  byId("treaties").replaceChildren(
    ...(items.length ? [element("h2", {}, "Treaties that the articles name"), element("ul", {}, ...items)] : []),
  );
}
