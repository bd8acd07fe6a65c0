(() => {
  // Desktop, Android and iOS may or may not carry anything from one side to the other,
  // so each side works the order out anew from what both know: the day and the question.
  const card = document.querySelector(".quiz");
  const list = card && card.querySelector("ol.options");
  if (!list) return;
  const front = card.classList.contains("front");
  const key = "quiz-chosen " + card.dataset.id;
  const options = Array.from(list.children);

  shuffled(list).forEach((option) => list.append(option));
  list.classList.add("live");
  if (front) ask();
  else mark(Number(recalled()));

  function shuffled(list) {
    if (list.classList.contains("fixed")) return options;
    const last = options.filter((option) => option.classList.contains("last"));
    const others = options.filter((option) => !last.includes(option));
    const draw = numbers(seed(today() + card.dataset.id));
    for (let i = others.length - 1; i > 0; i--) {
      const j = Math.floor(draw() * (i + 1));
      [others[i], others[j]] = [others[j], others[i]];
    }
    return others.concat(last);
  }

  // Anki's day begins at four in the morning.
  function today() {
    const day = new Date(Date.now() - 4 * 3600 * 1000);
    return [day.getFullYear(), day.getMonth(), day.getDate()].join("-");
  }

  // FNV-1a, 32 bits
  function seed(text) {
    let hash = 2166136261;
    for (let i = 0; i < text.length; i++) {
      hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    }
    return hash;
  }

  // A Weyl sequence through murmur3's finalizer: 0 up to 1
  function numbers(state) {
    return () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      return ((mixed ^ (mixed >>> 16)) >>> 0) / 4294967296;
    };
  }

  function ask() {
    remember(null);
    list.setAttribute("role", "radiogroup");
    options.forEach((option, place) => {
      option.classList.add("tappable"); // the phones pass taps on to these
      option.setAttribute("role", "radio");
      option.setAttribute("aria-checked", "false");
      option.tabIndex = 0;
      option.addEventListener("click", () => choose(place));
      option.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        event.stopPropagation();
        choose(place);
      });
    });
  }

  function choose(place) {
    options.forEach((option, other) => {
      option.classList.toggle("chosen", other === place);
      option.setAttribute("aria-checked", String(other === place));
    });
    remember(place);
  }

  function mark(place) {
    const chosen = options[place];
    if (!chosen) return;
    const right = chosen.classList.contains("right");
    chosen.classList.add("chosen");
    if (!right) chosen.classList.add("wrong");
    card.classList.add(right ? "passed" : "failed");
  }

  function remember(place) {
    try {
      if (place === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, place);
    } catch (error) { /* no storage here: the back shows the right option all the same */ }
  }

  function recalled() {
    try {
      const place = sessionStorage.getItem(key);
      return place === null ? NaN : place;
    } catch (error) {
      return NaN;
    }
  }
})();
