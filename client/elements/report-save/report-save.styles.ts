import { css } from 'lit';

export const reportSaveStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s-3) var(--s-5);
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
