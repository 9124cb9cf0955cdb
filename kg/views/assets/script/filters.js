// What the reader chose to see, and which facts and connections that keeps.

const ROWS = 200;
const NOTHING = {
  text: "",
  territory: "",
  actor: "",
  kind: "",
  outlet: "",
  from: "",
  to: "",
  holds: "",
  near: "",
  stances: new Set(),
};
const UNDISPUTED = "undisputed";

const state = { view: "picture", names: "", unfold: "", ...NOTHING, rows: ROWS };

const isSet = (name) => (name === "stances" ? state.stances.size > 0 : Boolean(state[name].trim()));
const isFiltered = () => Object.keys(NOTHING).some(isSet);

// Time alone leaves everything in its place, so that it can be seen to come.
const isRearranged = () => Object.keys(NOTHING).some((name) => name !== "from" && name !== "to" && isSet(name));

// All the words of a fact that a search finds, put together when the first search asks for them.
const haystacks = [];

function haystack(place) {
  if (!haystacks[place]) haystacks[place] = searched(facts[place]);
  return haystacks[place];
}

function searched(fact) {
  const article = articleOf(fact);
  const places = fact.about.filter((one) => has(territories, one)).map((one) => territories[one]);
  const names = [
    ...fact.who.map(actorLabel),
    ...places.flatMap((one) => [one.label, ...one.names.map((name) => name[1])]),
  ];
  const rest = [wordsOf(fact), fact.target, fact.role, fact.detail, article.title, article.outlet, fact.id];
  return folded([...names, ...rest, (looks[stanceOf(fact)] || {}).words].filter(Boolean).join(" "));
}

// --- whose view: what a party says itself, or what no article contradicts

const undisputed = new Set(connections.filter((one) => one.undisputed).flatMap((one) => one.facts));

// Possession is told of a party, not held by it, unless it tells so itself.
function isHeldBy(fact, party) {
  if (fact.stance === "controls") return Boolean(fact.speaker) && speaksFor(fact.speaker, party);
  return fact.kind !== "event" && fact.who.some((one) => speaksFor(one, party));
}

function isOfView(fact, place) {
  if (!state.holds) return true;
  if (state.holds !== UNDISPUTED) return isHeldBy(fact, state.holds);
  return undisputed.has(place) || (fact.kind === "event" && fact.detail.endsWith("happened"));
}

// --- what is kept

function ofDispute(territory) {
  if (state.territory.startsWith("dispute "))
    return disputes[Number(state.territory.slice(8))].territories.includes(territory);
  return within(territory, state.territory);
}

// One test for each filter that is set, so that many facts are gone through once and fast.
function tests() {
  const words = folded(state.text).split(/\s+/).filter(Boolean);
  const asked = [
    ["territory", (fact) => fact.about.some(ofDispute)],
    ["actor", (fact) => fact.who.some((one) => speaksFor(one, state.actor))],
    ["near", (fact) => fact.who.includes(state.near) || fact.about.includes(state.near)],
    ["kind", (fact) => fact.kind === state.kind],
    ["outlet", (fact) => articleOf(fact).outlet === state.outlet],
    ["stances", (fact) => state.stances.has(stanceOf(fact))],
    ["from", (fact) => isInTime(dateOf(fact))],
    ["to", (fact) => isInTime(dateOf(fact))],
    ["holds", isOfView],
    ["text", (fact, place) => words.every((word) => haystack(place).includes(word))],
  ];
  return asked.filter(([name]) => isSet(name)).map((one) => one[1]);
}

let kept = new Set(); // places of facts
let keptLines = []; // connections
let counts = new Map(); // how many facts of a connection are kept

function keep() {
  const asked = tests();
  kept = new Set(placesWhere(() => true).filter((place) => asked.every((test) => test(facts[place], place))));
  counts = new Map(
    connections.filter(isConnectionWanted).map((one) => [one.id, one.facts.filter((place) => kept.has(place)).length]),
  );
  keptLines = connections.filter((one) => counts.get(one.id));
}

// A fact may be about two territories or of two actors, and only one of its connections is asked for.
function isConnectionWanted(one) {
  if (state.actor && !speaksFor(one.actor, state.actor)) return false;
  if (state.near && one.actor !== state.near && one.territory !== state.near) return false;
  if (state.holds === UNDISPUTED && !one.undisputed) return false;
  return !state.territory || ofDispute(one.territory);
}
