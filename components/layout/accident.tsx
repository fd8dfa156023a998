import type ru from "#/lib/messages/ru/accident.json";

/**
 * What is said when a page could not be made. Rides with every page of the site, so it imports nothing: no translator,
 * no Button (that one brings next/link along, once more for each of the two files that use this).
 */
export function Accident({ words, digest, retry }: { words: typeof ru; digest?: string; retry: () => void }) {
  return (
    <main className="wrap py-16">
      <h1>{words.title}</h1>
      <p className="mt-3 mb-6 max-w-measure">{words.text}</p>
      <button type="button" className="btn primary" onClick={retry}>
        {words.retry}
      </button>
      {digest && <p className="mt-6 text-muted text-sm">{words.code.replace("{code}", digest)}</p>}
    </main>
  );
}
