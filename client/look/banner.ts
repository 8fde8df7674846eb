import { css } from 'lit';

/** One line across the top of a page, of what concerns all of it. */
export const banner = css`
  .banner {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-2) var(--s-5);
    padding: var(--s-3) var(--s-12);
    border-bottom: 3px double var(--ink);
    background: var(--wash);
    line-height: var(--snug);
  }

  strong {
    font-weight: 600;
  }

  @media (max-width: 900px) {
    .banner {
      padding-inline: max(var(--s-4), env(safe-area-inset-left));
    }
  }
`;
