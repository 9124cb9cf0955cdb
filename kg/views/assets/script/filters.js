// What the reader chose to see, and which facts and connections that keeps.

const ROWS = 200;

const state = { view: "picture", text: "", territory: "", actor: "", stances: new Set(), rows: ROWS };

const isFiltered = () => Boolean(state.text.trim() || state.territory || state.actor || state.stances.size);

const haystacks = facts.map((fact) => {
  const article = data.articles[fact.article];
  const names = [...fact.who.map(actorLabel), ...fact.about.map(territoryLabel)];
  const rest = [wordsOf(fact), fact.target, fact.role, fact.detail, article.title, article.outlet, fact.id];
  return folded([...names, ...rest, (looks[stanceOf(fact)] || {}).words].filter(Boolean).join(" "));
});

function dispute() {
  if (state.territory.startsWith("dispute ")) return Number(state.territory.slice(8));
  return state.territory ? disputes.findIndex((one) => one.territories.includes(state.territory)) : -1;
}

function aboutWanted(fact) {
  if (!state.territory) return true;
  const number = dispute();
  if (state.territory.startsWith("dispute ")) return fact.about.some((one) => disputes[number].territories.includes(one));
  return fact.about.some((one) => within(one, state.territory));
}

function matches(fact, place) {
  if (!aboutWanted(fact)) return false;
  if (state.actor && !fact.who.some((one) => speaksFor(one, state.actor))) return false;
  if (state.stances.size && !state.stances.has(stanceOf(fact))) return false;
  return folded(state.text).split(/\s+/).every((word) => haystacks[place].includes(word));
}

let kept = new Set();
function keep() {
  kept = new Set();
  facts.forEach((fact, place) => { if (matches(fact, place)) kept.add(place); });
}

const keptConnection = (one) => aboutKept(one) && one.facts.some((place) => kept.has(place));
function aboutKept(one) {
  if (state.actor && !speaksFor(one.actor, state.actor)) return false;
  if (!state.territory || state.territory.startsWith("dispute ")) return true;
  return within(one.territory, state.territory);
}
