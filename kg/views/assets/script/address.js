// The address's hash keeps what the reader chose, so that a view can be sent.

function remember() {
  const parts = new URLSearchParams();
  if (state.view !== "picture") parts.set("view", state.view);
  if (state.text) parts.set("search", state.text);
  if (state.territory) parts.set("territory", state.territory);
  if (state.actor) parts.set("actor", state.actor);
  if (state.stances.size) parts.set("stances", [...state.stances].join(" "));
  try {
    history.replaceState(null, "", `#${parts}`);
  } catch (error) {
    // some viewers of files allow no change of the address; the page works without
  }
}

function recall() {
  const parts = new URLSearchParams(location.hash.slice(1));
  const known = (select, value) => ([...byId(select).options].some((one) => one.value === value) ? value : "");
  state.view = parts.get("view") === "list" ? "list" : "picture";
  state.text = parts.get("search") || "";
  state.territory = known("territory", parts.get("territory") || "");
  state.actor = known("actor", parts.get("actor") || "");
  state.stances = new Set((parts.get("stances") || "").split(" ").filter((stance) => has(looks, stance)));
}
