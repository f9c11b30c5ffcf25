"use strict";
(function () {
  const form = document.getElementById("filter");
  const steps = Array.from(document.querySelectorAll("details.step"));
  const waves = Array.from(document.querySelectorAll("section.wave"));
  const words = document.getElementById("words");
  const selects = { state: "state", wave: "wave", "risk-of": "risk", who: "who" };
  const texts = new Map();

  function textOf(step) {
    if (!texts.has(step)) {
      texts.set(step, step.textContent.toLowerCase());
    }
    return texts.get(step);
  }

  function apply() {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const step of steps) {
      let fits = true;
      for (const id in selects) {
        const value = document.getElementById(id).value;
        fits = fits && (value === "" || step.dataset[selects[id]] === value);
      }
      fits = fits && wanted.every(function (word) { return textOf(step).includes(word); });
      step.hidden = !fits;
      shown += fits ? 1 : 0;
    }
    for (const wave of waves) {
      wave.hidden = !wave.querySelector("details.step:not([hidden])");
    }
    document.getElementById("count").textContent = shown + " of " + steps.length + " steps";
  }

  function setAll(open) {
    for (const step of steps) {
      step.open = open && !step.hidden;
    }
  }

  function openTarget() {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.matches("details.step")) {
      if (target.hidden) {
        form.reset();
        apply();
      }
      target.open = true;
      target.scrollIntoView();
    }
  }

  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("input", apply);
  document.getElementById("open").addEventListener("click", function () { setAll(true); });
  document.getElementById("close").addEventListener("click", function () { setAll(false); });
  window.addEventListener("hashchange", openTarget);
  apply();
  openTarget();
})();
