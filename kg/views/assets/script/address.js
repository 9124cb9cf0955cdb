// The address's hash keeps what the reader chose, so that a view can be sent.

const VIEWS = ["picture", "map", "list"];
const KEPT = ["text", "territory", "actor", "kind", "outlet", "from", "to", "names", "holds", "near", "unfold", "item"];

function remember() {
  const parts = new URLSearchParams();
  if (state.view !== "picture") parts.set("view", state.view);
  for (const name of KEPT) if (state[name]) parts.set(name, state[name]);
  if (state.stances.size) parts.set("stances", [...state.stances].join(" "));
  try {
    history.replaceState(null, "", `#${parts}`);
  } catch (error) {
    // some viewers of files allow no change of the address; the page works without
  }
}

// What the hash names and the page does not know is left out.
function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const asked = (name) => parts.get(name) || "";
  const known = (id) => ([...byId(id).options].some((one) => one.value === asked(id)) ? asked(id) : "");
  state.view = VIEWS.find((view) => view === asked("view")) || VIEWS[0];
  state.text = asked("text");
  for (const id of CHOICES) state[id] = known(id);
  for (const end of ["from", "to"]) state[end] = periods.includes(asked(end)) ? asked(end) : "";
  state.near = has(actors, asked("near")) || has(territories, asked("near")) ? asked("near") : "";
  const ends = asked("unfold").split(" ").filter(Boolean);
  state.unfold = ends.every((id) => has(actors, id) || has(territories, id) || id.startsWith("treaty/"))
    ? ends.join(" ")
    : "";
  state.stances = new Set(
    asked("stances")
      .split(" ")
      .filter((stance) => has(looks, stance)),
  );
  return asked("item");
}
