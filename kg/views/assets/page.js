// Draws the picture, the list and the panel from the data block. Text goes in as text only; addresses are checked.
(function () {
  "use strict";

  const data = JSON.parse(document.getElementById("data").textContent);
  const { actors, territories, facts, connections, disputes, looks, picture } = data;
  const byId = (id) => document.getElementById(id);
  const has = (object, key) => Object.prototype.hasOwnProperty.call(object, key);
  const ROWS = 200;
  const NARROW = 700;
  const MARGIN = 18;
  const GAP = 14;
  const MOST_CARDS = 24;

  // --- small helpers ------------------------------------------------------------------------------------------------

  function element(tag, properties, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name === "class") made.className = value;
      else if (name === "on") made.addEventListener("click", value);
      else made.setAttribute(name, value);
    }
    for (const child of children) if (child !== null && child !== undefined) made.append(child);
    return made;
  }

  function link(address, text) {
    if (!/^https?:\/\/[^\s"'<>\\]+$/.test(address || "")) return document.createTextNode(text);
    return element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, text);
  }

  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const actorLabel = (id) => (has(actors, id) ? actors[id].label : id);
  const territoryLabel = (id) => (has(territories, id) ? territories[id].label : id);
  const plural = (count, one, more) => `${count.toLocaleString("en")} ${count === 1 ? one : more || one + "s"}`;
  const wordsOf = (fact) => fact.passage.map((segment) => segment[0]).join("");

  // --- what is shown ------------------------------------------------------------------------------------------------

  const state = { view: "picture", text: "", territory: "", actor: "", stances: new Set(), rows: ROWS };

  const isFiltered = () => Boolean(state.text.trim() || state.territory || state.actor || state.stances.size);

  function stanceOf(fact) {
    return fact.stance || { statement: "spoke", attitude: "thinks" }[fact.kind] || "";
  }

  const haystacks = facts.map((fact) => {
    const article = data.articles[fact.article];
    const names = [...fact.who.map(actorLabel), ...fact.about.map(territoryLabel)];
    const rest = [wordsOf(fact), fact.target, fact.role, fact.detail, article.title, article.outlet, fact.id];
    return folded([...names, ...rest, (looks[stanceOf(fact)] || {}).words].filter(Boolean).join(" "));
  });

  function within(territory, whole) {
    for (let place = territory, steps = 0; place && steps < 50; steps += 1) {
      if (place === whole) return true;
      place = has(territories, place) ? territories[place].whole : undefined;
    }
    return false;
  }

  function speaksFor(actor, other) {
    for (let one = actor, steps = 0; one && steps < 50; steps += 1) {
      if (one === other) return true;
      one = has(actors, one) ? actors[one].for : undefined;
    }
    return false;
  }

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

  // --- the picture --------------------------------------------------------------------------------------------------

  const canvas = byId("canvas");
  const connectionOf = new Map(connections.map((one) => [one.id, one]));
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  let network = null;
  let sheet = null;
  let drawn = { nodes: new Set(), cards: new Set(), lines: new Set() };

  const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const stanceColor = (stance) => looks[stance][dark.matches ? "dark" : "light"];
  const isNarrow = () => canvas.clientWidth < NARROW;

  const sizes = new Map(picture.nodes.map((node) => [node.id, [node.width, node.height]]));

  // Everything is where the file says, if nothing is filtered out; else the disputes that are left, closed up.
  function layout() {
    const width = isNarrow() ? "narrow" : "wide";
    return isFiltered() ? closedUp(width) : picture.all[width];
  }

  // The cards that have something to show, each as high up as it can be, then as far left.
  function closedUp(width) {
    const left = [...new Set(connections.filter(keptConnection).map((one) => one.dispute))].sort((a, b) => a - b);
    const cards = left.slice(0, MOST_CARDS).map((number) => withoutGaps(number, picture.alone[number][width]));
    const room = Math.max(picture.all[width].size[0], ...cards.map((card) => card.wide));
    const placed = [];
    const places = {};
    for (const { number, wide, high, inside } of cards) {
      const spots = [0, ...placed.map((one) => one[1] + one[3] + MARGIN)].filter((x) => x + wide <= room);
      const [y, x] = spots.map((spot) => [below(placed, spot, wide), spot]).sort((a, b) => a[0] - b[0] || a[1] - b[1])[0];
      placed.push([number, x, y, wide, high]);
      for (const [id, at] of inside) places[id] = [at[0] + x, at[1] + y];
    }
    const far = (at) => Math.max(0, ...placed.map((one) => one[at] + one[at + 2]));
    return { size: [far(1), far(2)], cards: placed, places };
  }

  // A card with what is left on it, moved up where nothing is left between.
  function withoutGaps(number, alone) {
    const [, , , wide, high] = alone.cards[0];
    const lines = connections.filter((one) => one.dispute === number && keptConnection(one) && has(alone.places, `${number}/${one.id}`));
    const items = [...new Set(["title", ...lines.flatMap((one) => [one.actor, one.id, one.territory])])].map((item) => `${number}/${item}`);
    const spans = items.map((id) => [alone.places[id][1] - sizes.get(id)[1] / 2, alone.places[id][1] + sizes.get(id)[1] / 2]).sort((a, b) => a[0] - b[0]);
    const cuts = [];
    let end = spans[0][0];
    for (const [top, bottom] of [...spans, [high, high]]) {
      if (top - end > GAP) cuts.push([top, top - end - GAP]);
      end = Math.max(end, bottom);
    }
    const up = (y) => cuts.reduce((sum, [from, by]) => sum + (y > from ? by : 0), 0);
    return { number, wide, high: high - up(high + 1), inside: items.map((id) => [id, [alone.places[id][0], alone.places[id][1] - up(alone.places[id][1])]]) };
  }

  function below(placed, left, width) {
    const over = placed.filter((one) => one[1] < left + width + MARGIN && left < one[1] + one[3] + MARGIN);
    return Math.max(0, ...over.map((one) => one[2] + one[4] + MARGIN));
  }

  function drawPicture() {
    sheet = layout();
    const lines = new Set(connections.filter((one) => has(sheet.places, `${one.dispute}/${one.id}`) && keptConnection(one)).map((one) => one.id));
    const ends = new Set();
    const edges = picture.edges.filter((edge) => lines.has(edge.item)).map((edge) => {
      ends.add(edge.from).add(edge.to);
      return styledEdge(edge);
    });
    const cards = new Set([...ends].map((id) => Number(id.split("/")[0])));
    const nodes = picture.nodes
      .filter((node) => (node.group === "title" ? cards.has(node.dispute) : ends.has(node.id)) && has(sheet.places, node.id))
      .map(styledNode);
    drawn = { nodes: new Set(nodes.map((node) => node.id)), cards, lines };
    if (network) network.setData({ nodes, edges });
    else startNetwork(nodes, edges);
    fit();
    return lines.size;
  }

  function startNetwork(nodes, edges) {
    network = new vis.Network(canvas, { nodes, edges }, picture.options);
    network.on("click", clicked);
    network.on("beforeDrawing", drawCards);
  }

  const FACE = 'Arial, "Liberation Sans", Helvetica, sans-serif';

  function styledNode(node) {
    const [x, y] = sheet.places[node.id];
    const known = { id: node.id, label: node.label, shape: node.shape, x, y, fixed: true, shadow: false };
    const box = { margin: { top: 4, bottom: 4, left: 5, right: 5 }, widthConstraint: { minimum: node.width - 10 } };
    if (node.group === "territory") {
      return { ...known, color: both(color("land"), color("land")), font: { face: FACE, size: 15, color: color("on-land") }, borderWidth: 1 };
    }
    if (node.group === "title") {
      return { ...known, font: { face: FACE, size: 18, color: color("text") } };
    }
    if (node.group === "words") {
      const stance = connectionOf.get(node.item).stance;
      const quiet = { margin: { top: 1, bottom: 1, left: 2, right: 2 }, shapeProperties: { borderRadius: 2 }, borderWidth: 0 };
      return { ...known, ...quiet, color: both(color("card"), color("card")), font: { face: FACE, size: 12, color: stanceColor(stance) } };
    }
    const type = has(actors, node.item) ? actors[node.item].type : "";
    const border = type === "state" ? { borderWidth: 2 } : { borderWidth: 1 };
    return { ...known, ...box, ...border, shapeProperties: { borderRadius: 8 }, color: both(color("actor"), color("quiet")), font: { face: FACE, size: 14, color: color("text") } };
  }

  function both(background, border) {
    const pressed = { background, border: color("focus") };
    return { background, border, highlight: pressed, hover: pressed };
  }

  function styledEdge(edge) {
    const look = looks[edge.stance];
    const shade = stanceColor(edge.stance);
    const last = edge.id.endsWith("/1");
    return {
      id: edge.id, from: edge.from, to: edge.to, width: look.width, dashes: look.dashes.length ? look.dashes : false,
      color: { color: shade, highlight: shade, hover: shade }, hoverWidth: 1, selectionWidth: 2,
      arrows: last ? { to: { enabled: true, scaleFactor: 0.5 } } : "",
    };
  }

  function drawCards(context) {
    context.save();
    context.fillStyle = color("card");
    context.strokeStyle = color("line");
    context.lineWidth = 1;
    for (const [number, x, y, width, height] of sheet.cards) {
      if (!drawn.cards.has(number)) continue;
      context.beginPath();
      context.rect(x, y, width, height);
      context.fill();
      context.stroke();
    }
    context.restore();
  }

  function fit() {
    if (!network) return;
    const [width, height] = sheet.size;
    const room = Math.max(360, window.innerHeight - (canvas.getBoundingClientRect().top + window.scrollY) - 14);
    let scale = Math.min((canvas.clientWidth || 1) / (width + 8), 1.3);
    if (height * scale > room && !isNarrow()) scale = Math.min(scale, Math.max(room / (height + 8), 1));
    const tall = Math.min(Math.max(isNarrow() ? 0 : room, (height + 8) * scale), 12000);
    canvas.style.height = `${Math.round(tall)}px`;
    network.setSize("100%", `${Math.round(tall)}px`);
    network.redraw();
    network.moveTo({ position: { x: width / 2, y: tall / scale / 2 - 4 }, scale, animation: false });
  }

  function clicked(event) {
    const edge = event.edges.length && picture.edges.find((one) => one.id === event.edges[0]);
    const node = event.nodes.length && picture.nodes.find((one) => one.id === event.nodes[0]);
    if (node && node.group === "title") choose({ territory: `dispute ${node.dispute}` });
    else if (node && node.group === "territory") showTerritory(node.item);
    else if (node && node.group === "actor") showActor(node.item);
    else if (node) showConnection(connectionOf.get(node.item));
    else if (edge) showConnection(connectionOf.get(edge.item));
    else closePanel();
    if (node || edge) keepInSight(event.pointer.DOM.x);
  }

  function keepInSight(x) {
    const free = canvas.clientWidth - byId("panel").offsetWidth;
    if (isNarrow() || byId("panel").hidden || x < free - 40) return;
    network.moveTo({ offset: { x: free - 120 - x, y: 0 }, position: network.getViewPosition(), scale: network.getScale(), animation: false });
  }

  function selectItems(wanted) {
    if (!network) return;
    const nodes = picture.nodes.filter((node) => wanted(node.item) && drawn.nodes.has(node.id)).map((node) => node.id);
    const edges = picture.edges.filter((edge) => wanted(edge.item) && drawn.lines.has(edge.item)).map((edge) => edge.id);
    network.setSelection({ nodes, edges }, { highlightEdges: false });
  }

  // --- the panel ----------------------------------------------------------------------------------------------------

  let opener = null;

  function openPanel(heading, ...content) {
    if (byId("panel").hidden) opener = document.activeElement;
    byId("panel-heading").textContent = heading;
    byId("panel-body").replaceChildren(...content.filter(Boolean));
    byId("panel").hidden = false;
    byId("panel").scrollTop = 0;
    byId("panel-heading").focus({ preventScroll: true });
  }

  function closePanel() {
    if (byId("panel").hidden) return;
    byId("panel").hidden = true;
    if (network && state.view === "picture") {
      network.unselectAll();
      fit();
    }
    if (opener && opener.isConnected) opener.focus({ preventScroll: true });
  }

  function passage(fact) {
    const quote = element("blockquote", { class: "words" });
    for (const [text, mark] of fact.passage) {
      if (mark === "words") quote.append(element("mark", {}, text));
      else if (mark) quote.append(element("span", { class: mark }, text));
      else quote.append(text);
    }
    return quote;
  }

  function speaker(fact, place) {
    const id = fact.who[place];
    const known = has(actors, id) ? actors[id] : { label: id };
    const told = [place ? null : fact.role, known.for && actorLabel(known.for)].filter(Boolean);
    return known.label + (told.length ? ` (${told.join(", ")})` : "");
  }

  function what(fact) {
    if (fact.kind === "event") return `event: ${fact.detail}`;
    if (fact.kind === "statement") return `said${fact.detail ? `, ${fact.detail}` : ""}`;
    if (fact.kind === "attitude") return "is said to think or want";
    const look = looks[fact.stance];
    const share = fact.share === undefined ? "" : `, ${Math.round(fact.share * 100)} per cent of those asked`;
    const told = fact.speaker ? `, as told by ${actorLabel(fact.speaker)}` : "";
    return look.words + (fact.toward ? ` ${look.toward} ${actorLabel(fact.toward)}` : "") + share + told;
  }

  function targets(fact) {
    return [...fact.about.map(territoryLabel), fact.target && `“${fact.target}”`].filter(Boolean);
  }

  function factCard(fact) {
    const article = data.articles[fact.article];
    const about = targets(fact);
    const line = [fact.who.map((_, place) => speaker(fact, place)).join(", "), what(fact), about.join(", ")].filter(Boolean).join(" · ");
    const when = fact.date && fact.date !== article.date ? `${fact.date} · ` : "";
    const place = element("p", { class: "quiet" }, when, link(article.url, article.title));
    place.append([article.outlet, article.date].filter(Boolean).map((text) => ` · ${text}`).join(""));
    return element("div", { class: "fact" }, element("p", {}, line), passage(fact), place, element("code", {}, fact.id));
  }

  function factList(heading, places) {
    if (!places.length) return null;
    const shown = places.slice(0, ROWS);
    const more = places.length - shown.length;
    return element("section", {}, element("h3", {}, `${heading} (${places.length})`), ...shown.map((place) => factCard(facts[place])),
      more ? element("p", {}, `${more} more are in the list view.`) : null);
  }

  const where = (test) => facts.map((_, place) => place).filter((place) => test(facts[place]));

  function showConnection(one) {
    const look = looks[one.stance];
    const articles = new Set(one.facts.map((place) => facts[place].article)).size;
    const own = new Set(one.facts);
    const others = where((fact) => fact.who.includes(one.actor) && fact.about.includes(one.territory)).filter((place) => !own.has(place));
    const whom = one.words.split("\n")[1];
    openPanel(
      `${actorLabel(one.actor)} ${look.words}${whom ? ` ${whom}` : ""}${/about$/.test(look.words) ? "" : ":"} ${territoryLabel(one.territory)}`,
      element("p", { class: "quiet" }, `${plural(one.facts.length, "place")} in ${plural(articles, "article")}. `, caution(one.stance)),
      ...one.facts.map((place) => factCard(facts[place])),
      factList(`More of ${actorLabel(one.actor)} on ${territoryLabel(one.territory)}`, others),
      element("p", {}, button(`All about ${actorLabel(one.actor)}`, () => showActor(one.actor)), " · ", button(`All about ${territoryLabel(one.territory)}`, () => showTerritory(one.territory))),
    );
    selectItems((item) => item === one.id);
  }

  function caution(stance) {
    if (stance === "controls") return "This is possession as the article tells it, and no claim.";
    return stance === "spoke" || stance === "thinks" ? "No position of the speaker was read in these words." : "This is the holder's position, as the article tells it.";
  }

  const button = (text, action) => element("button", { type: "button", class: "as-link", on: action }, text);

  function connectionList(heading, list, label) {
    if (!list.length) return null;
    const items = list.map((one) => element("li", {}, button(label(one), () => showConnection(one))));
    return element("section", {}, element("h3", {}, heading), element("ul", {}, ...items));
  }

  function showTerritory(id) {
    const known = territories[id];
    const names = (known.names || []).reduce((all, [party, form]) => all.set(party, [...(all.get(party) || []), form]), new Map());
    const named = [...names].map(([party, forms]) => element("li", {}, `${actorLabel(party)}: ${forms.join(", ")}`));
    openPanel(
      known.label,
      known.whole ? element("p", {}, "Part of ", has(territories, known.whole) ? button(territoryLabel(known.whole), () => showTerritory(known.whole)) : known.whole) : null,
      named.length ? element("section", {}, element("h3", {}, "What the parties call it"), element("ul", {}, ...named)) : null,
      connectionList("Who stands where", connections.filter((one) => one.territory === id), (one) => `${actorLabel(one.actor)}: ${one.words.replace("\n", " ")}`),
      factList("Events", where((fact) => fact.kind === "event" && fact.about.includes(id))),
      element("p", {}, button("Everything about it, in the list", () => { closePanel(); choose({ territory: id, view: "list" }); })),
    );
    selectItems((item) => item === id);
  }

  function showActor(id) {
    const known = has(actors, id) ? actors[id] : { label: id, type: "" };
    const roles = [...new Set(facts.filter((fact) => fact.who[0] === id && fact.role).map((fact) => fact.role))];
    openPanel(
      known.label,
      element("p", {}, [known.type, ...roles].filter(Boolean).join(", ")),
      known.for ? element("p", {}, "Speaks for ", button(actorLabel(known.for), () => showActor(known.for))) : null,
      connectionList("Connected with", connections.filter((one) => one.actor === id), (one) => `${territoryLabel(one.territory)}: ${one.words.replace("\n", " ")}`),
      factList("On treaties, proposals and acts", where((fact) => fact.stance && fact.who.includes(id) && !fact.about.length)),
      factList("Takes part in", where((fact) => fact.kind === "event" && fact.who.includes(id))),
      element("p", {}, button("All of it, in the list", () => { closePanel(); choose({ actor: id, view: "list" }); })),
    );
    selectItems((item) => item === id);
  }

  // --- the list -----------------------------------------------------------------------------------------------------

  function drawList(limit) {
    const places = [...kept];
    byId("rows").replaceChildren(...places.slice(0, limit).map((place) => row(facts[place])));
    byId("more").hidden = places.length <= limit;
    drawTreaties();
  }

  function row(fact) {
    const article = data.articles[fact.article];
    const who = fact.who.flatMap((id, place) => [place ? ", " : "", button(speaker(fact, place), () => showActor(id))]);
    const about = fact.about.flatMap((id, place) => [place ? ", " : "", has(territories, id) ? button(territoryLabel(id), () => showTerritory(id)) : id]);
    if (fact.target) about.push(`“${fact.target}”`);
    const source = element("td", { role: "cell" }, link(article.url, article.title), element("div", { class: "quiet" }, [article.outlet, article.date].filter(Boolean).join(" · ")));
    const cell = (...content) => element("td", { role: "cell" }, ...content);
    return element("tr", { role: "row" }, cell(fact.date || article.date || ""), cell(...who), cell(what(fact)), cell(...about),
      cell(passage(fact), element("code", { class: "quiet" }, fact.id)), source);
  }

  function drawTreaties() {
    const words = folded(state.text).split(/\s+/);
    const shown = data.treaties.filter((one) => words.every((word) => folded(one.label).includes(word)));
    const items = shown.map((one) => element("li", {}, `${one.label}${one.year && !one.label.includes(one.year) ? ` (${one.year})` : ""}: ${one.kind}, named in ${plural(one.articles, "article")}`));
    byId("treaties").replaceChildren(...(items.length ? [element("h2", {}, "Treaties that the articles name"), element("ul", {}, ...items)] : []));
  }

  // --- search, filters, legend --------------------------------------------------------------------------------------

  function option(select, value, text) {
    select.append(element("option", { value }, text));
  }

  function fillFilters() {
    option(byId("territory"), "", `all ${plural(disputes.length, "dispute")}`);
    disputes.forEach((one, number) => {
      option(byId("territory"), `dispute ${number}`, one.label);
      if (one.territories.length > 1) one.territories.forEach((id) => option(byId("territory"), id, `\u2003${territoryLabel(id)}`));
    });
    const speaking = [...new Set(facts.flatMap((fact) => fact.who))];
    const states = speaking.map((id) => (has(actors, id) ? actors[id].for : undefined)).filter((id) => id && has(actors, id));
    const listed = [...new Set([...speaking, ...states])].sort((a, b) => rank(a) - rank(b) || actorLabel(a).localeCompare(actorLabel(b), "en"));
    option(byId("actor"), "", `all ${plural(listed.length, "actor")}`);
    for (const id of listed) option(byId("actor"), id, actorLabel(id) + (states.includes(id) ? " and who speaks for it" : ""));
  }

  const rank = (id) => (has(actors, id) && actors[id].type === "state" ? 0 : 1);

  function swatch(stance) {
    const look = looks[stance];
    const space = "http://www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg");
    const line = document.createElementNS(space, "line");
    for (const [name, value] of [["width", 22], ["height", 8], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
    const settings = { x1: 0, x2: 22, y1: 4, y2: 4, stroke: stanceColor(stance), "stroke-width": look.width, "stroke-dasharray": look.dashes.join(" ") };
    for (const [name, value] of Object.entries(settings)) line.setAttribute(name, value);
    svg.append(line);
    return svg;
  }

  function drawLegend() {
    const used = new Set((state.view === "picture" ? connections : facts).map((one) => (one.kind ? stanceOf(one) : one.stance)));
    state.stances.forEach((stance) => used.add(stance));
    const stances = Object.keys(looks).filter((stance) => used.has(stance));
    const shapes = [["land", "territory"], ["actor", "actor"]].map(([name, text]) => element("span", {}, element("i", { class: name }), text));
    const lines = stances.map((stance) => element("button", { type: "button", "aria-pressed": String(state.stances.has(stance)), on: () => toggle(stance) }, swatch(stance), looks[stance].words));
    byId("legend").replaceChildren(...shapes, ...lines);
    byId("legend").classList.toggle("some", state.stances.size > 0);
  }

  function toggle(stance) {
    const stances = new Set(state.stances);
    if (!stances.delete(stance)) stances.add(stance);
    const buttons = [...byId("legend").querySelectorAll("button")];
    const place = buttons.indexOf(document.activeElement);
    choose({ stances });
    if (place >= 0) byId("legend").querySelectorAll("button")[place].focus();
  }

  function choose(changes) {
    Object.assign(state, { rows: ROWS }, changes);
    show();
  }

  function show() {
    keep();
    drawLegend();
    byId("search").value === state.text || (byId("search").value = state.text);
    byId("territory").value = state.territory;
    byId("actor").value = state.actor;
    byId("as-picture").setAttribute("aria-pressed", String(state.view === "picture"));
    byId("as-list").setAttribute("aria-pressed", String(state.view === "list"));
    byId("picture").hidden = state.view !== "picture";
    byId("list").hidden = state.view !== "list";
    byId("reset").hidden = !isFiltered();
    const lines = state.view === "picture" ? drawPicture() : null;
    if (state.view === "list") drawList(state.rows);
    tell(lines);
    remember();
  }

  function tell(lines) {
    const matching = connections.filter(keptConnection).length;
    const some = lines !== null && drawn.cards.size < disputes.length ? ` in ${drawn.cards.size} of ${plural(disputes.length, "dispute")}` : "";
    const rest = lines !== null && lines < matching ? ", the weightiest; click a title to see all of its lines" : "";
    byId("status").textContent = lines === null
      ? `Showing ${kept.size.toLocaleString("en")} of ${plural(facts.length, "position, statement and event", "positions, statements and events")}.`
      : `Showing ${lines.toLocaleString("en")} of ${plural(connections.length, "line")}${some}${rest}. (2) means: in two places. Click a line to read the words.`;
  }

  // --- the address keeps the state -----------------------------------------------------------------------------------

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

  // --- beginning ----------------------------------------------------------------------------------------------------

  function notes() {
    const apart = facts.filter((fact) => fact.stance && !fact.about.length).length;
    const told = [];
    if (apart) told.push(`${plural(apart, "position")} on treaties, proposals and acts ${apart === 1 ? "is" : "are"} in the list, not in the picture.`);
    if (data.untold) told.push(`${plural(data.untold, "statement or event", "statements and events")} that ${data.untold === 1 ? "names" : "name"} no territory ${data.untold === 1 ? "is" : "are"} not on this page; kg ask who-said-what lists them.`);
    byId("notes").textContent = told.join(" ");
  }

  function listen() {
    byId("tools").addEventListener("submit", (event) => event.preventDefault());
    byId("search").addEventListener("input", () => choose({ text: byId("search").value }));
    byId("territory").addEventListener("change", () => choose({ territory: byId("territory").value }));
    byId("actor").addEventListener("change", () => choose({ actor: byId("actor").value }));
    byId("reset").addEventListener("click", () => { choose({ text: "", territory: "", actor: "", stances: new Set() }); byId("search").focus(); });
    byId("as-picture").addEventListener("click", () => choose({ view: "picture" }));
    byId("as-list").addEventListener("click", () => choose({ view: "list" }));
    byId("to-list").addEventListener("click", (event) => { event.preventDefault(); choose({ view: "list" }); byId("list-heading").focus(); });
    byId("more").addEventListener("click", () => choose({ rows: state.rows + ROWS }));
    byId("close").addEventListener("click", closePanel);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") closePanel(); });
    byId("closer").addEventListener("click", () => zoom(1.25));
    byId("farther").addEventListener("click", () => zoom(0.8));
    byId("whole").addEventListener("click", fit);
    dark.addEventListener("change", show);
    window.addEventListener("hashchange", () => { recall(); show(); });
    window.addEventListener("beforeprint", () => drawList(facts.length));
    let width = window.innerWidth;
    window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; show(); } });
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, position: network.getViewPosition(), animation: false });
  }

  fillFilters();
  recall();
  listen();
  notes();
  show();
})();
