// What a territory is called: by its usual English name, or by the name that a party has for it.

// Whose names are shown: those asked for, else those of the party whose view is shown, else nobody's.
const namingParty = () => state.names || (has(actors, state.holds) ? state.holds : "");

// The name that the party has, and the same in the lines of a label; nothing where it has none.
function calledBy(id, party) {
  return party && has(territories, id) && has(territories[id].called, party) ? territories[id].called[party] : [];
}

function territoryLabel(id) {
  if (!has(territories, id)) return id;
  return calledBy(id, namingParty())[0] || territories[id].label;
}

// The name shown, and the usual one behind it where that is another.
function fullLabel(id) {
  const shown = territoryLabel(id);
  const usual = has(territories, id) ? territories[id].label : id;
  return shown === usual ? shown : `${shown} (${usual})`;
}

const byLabel = (a, b) => inOrder(actorLabel(a), actorLabel(b));
const namers = () => [...new Set(Object.values(territories).flatMap((one) => Object.keys(one.called)))].sort(byLabel);
