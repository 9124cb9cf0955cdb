// The time slider: it steps through the days, months or years of which there is something to show.

const MOST_PERIODS = 120;

const periods = (function () {
  const dates = facts.map(dateOf).filter(Boolean);
  const cut = (length) => [...new Set(dates.map((date) => date.slice(0, length)))].sort();
  return [10, 7].map(cut).find((found) => found.length <= MOST_PERIODS) || cut(4);
})();

// A date known to the year only is in time if its year is.
function isInTime(date) {
  if (!state.from && !state.to) return true;
  if (!date) return false;
  const late = !state.from || date.slice(0, state.from.length) >= state.from.slice(0, date.length);
  return late && (!state.to || date.slice(0, state.to.length) <= state.to.slice(0, date.length));
}

function fillPeriods() {
  for (const id of ["from", "to"]) byId(id).max = String(Math.max(0, periods.length - 1));
  byId("time").hidden = periods.length < 2;
}

function showPeriod() {
  const last = periods.length - 1;
  const at = { from: state.from ? periods.indexOf(state.from) : 0, to: state.to ? periods.indexOf(state.to) : last };
  for (const id of ["from", "to"]) {
    byId(id).value = String(at[id]);
    byId(id).setAttribute("aria-valuetext", periods[at[id]] || "");
  }
  byId("period").textContent = state.from || state.to ? `${periods[at.from]} to ${periods[at.to]}` : "all the time";
}

function chooseTime(moved) {
  stopPlaying();
  const at = { from: Number(byId("from").value), to: Number(byId("to").value) };
  if (at.from > at.to) at[moved === "from" ? "to" : "from"] = at[moved];
  chooseSteps(at.from, at.to);
}

function chooseSteps(from, to) {
  const last = periods.length - 1;
  choose({ from: from > 0 ? periods[from] : "", to: to < last ? periods[to] : "" });
}

// --- playing: the end of the time moves on, step by step, and what was there before stays

const BEAT = 900; // milliseconds
let playing = null;

function play() {
  if (playing) return stopPlaying();
  const start = Number(byId("from").value);
  const at = Number(byId("to").value);
  chooseSteps(start, at < periods.length - 1 ? at : start);
  playing = window.setInterval(playOn, BEAT);
  return showPlaying();
}

function playOn() {
  const next = Number(byId("to").value) + 1;
  chooseSteps(Number(byId("from").value), next);
  if (next >= periods.length - 1) stopPlaying();
}

function stopPlaying() {
  window.clearInterval(playing);
  playing = null;
  showPlaying();
}

function showPlaying() {
  byId("play").textContent = playing ? "■ Stop" : "▶ Play";
}
