/**
 * The page of an address where there is nothing: whoever mistyped one is told so in both languages
 * and shown the way home. It needs nothing but itself: it is served without the client too.
 */
export const NOWHERE = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Contretemps · 404</title>
    <style>
      :root { color-scheme: light dark; --paper: #fbfaf6; --ink: #17181c; --line: #dcd9d0; }
      @media (prefers-color-scheme: dark) {
        :root { --paper: #111316; --ink: #f1efe9; --line: #2e3238; }
      }
      body { margin: 0; padding: 14vh 8vw; background: var(--paper); color: var(--ink);
        font: 400 1.125rem/1.5 Newsreader, Charter, Georgia, serif; }
      section { max-width: 40rem; padding-block: 1.5rem; }
      section + section { border-top: 1px solid var(--line); }
      h1, h2 { margin: 0;
        font-size: clamp(1.5rem, 5vw, 2.25rem); font-weight: 400; line-height: 1.1; }
      a { color: inherit; display: inline-block; padding-block: 0.5rem; }
      a:focus-visible { outline: 3px solid; outline-offset: 3px; }
    </style>
  </head>
  <body>
    <main>
      <section>
        <h1>Cette page n’existe pas.</h1>
        <p>L’adresse a peut-être été mal copiée.</p>
        <a href="/">Retour à l’accueil</a>
      </section>
      <section lang="en">
        <h2>This page does not exist.</h2>
        <p>The address may have been copied wrong.</p>
        <a href="/">Back to the home page</a>
      </section>
    </main>
  </body>
</html>
`;
