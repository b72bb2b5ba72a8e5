// What a few words mean among the entries: without marks, by beginnings of words. Pure, so that it stays quick with thousands of entries.

/* As PlainText.Of on the server, which folds what is searched. */
export const fold = text => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().replaceAll('đ', 'd');

const words = text => fold(text).split(/[^\p{L}\p{N}.]+/u).filter(Boolean);

/* How well one word fits an entry: it begins one of its words, stands within one, or names their first letters; loosely, its letters come in order within one ("cn" for "can"). */
function fits(word, entry, loose) {
  const parts = entry.parts ??= entry.find.split(/[^\p{L}\p{N}.]+/u).filter(Boolean);
  const at = parts.findIndex(p => p.startsWith(word));
  if (at >= 0) return (parts[at] === word ? 5 : 4) - Math.min(at, 9) / 10;
  if (word.length > 1 && parts.map(p => p[0]).join('').includes(word)) return 2.5;
  if (word.length > 1 && entry.find.includes(word)) return 2;
  return loose && parts.some(p => p[0] === word[0] && inOrder(word, p)) ? 1 : 0;
}

function inOrder(word, part) {
  let at = -1;
  return [...word].every(letter => (at = part.indexOf(letter, at + 1)) >= 0);
}

function ranked(entries, wanted, recent, loose) {
  const found = [];
  for (const entry of entries) {
    let score = 0, every = true;
    for (const word of wanted) {
      const one = fits(word, entry, loose);
      if (!(every = one > 0)) break;
      score += one;
    }
    if (every) found.push({ entry, score: score + (entry.own ? 1 : 0) + (recent.includes(entry.id) ? .5 : 0) });
  }
  return found.sort((a, b) => b.score - a.score);
}

function all(data, wanted, recent, loose) {
  return ['participants', 'pages', 'actions'].map(key => ({ key, ranked: ranked(data[key], wanted, recent, loose) })).filter(g => g.ranked.length)
    .sort((a, b) => b.ranked[0].score - a.ranked[0].score).map(g => ({ key: g.key, found: g.ranked.map(r => r.entry) }));
}

/* "3.1 soc trang": a step's number leads to that step of whoever the other words name. */
function steps(data, wanted, recent) {
  for (const [at, word] of wanted.entries()) {
    const step = data.steps.find(([number]) => fold(number) === word);
    if (!step) continue;
    const [number, title] = step, rest = wanted.filter((_, i) => i !== at);
    const found = [false, true].map(loose => ranked(data.participants, rest, recent, loose)).find(f => f.length) ?? [];
    if (found.length === 0) return [];
    return [{
      key: 'participants', title: `${data.words.step.replace('{0}', number)} · ${title}`,
      found: found.map(({ entry }) => ({ ...entry, href: `${entry.href}#step-${number}`, note: data.words.step.replace('{0}', number), more: '', recentId: entry.id })),
    }];
  }
  return [];
}

export function find(data, text, recent) {
  const wanted = words(text);
  const exact = [...steps(data, wanted, recent), ...all(data, wanted, recent, false)];
  return exact.length ? exact : all(data, wanted, recent, true);
}
