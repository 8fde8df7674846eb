import { describe, expect, it } from 'vitest';
import { type ReaderOptions, TableReader } from '../../../../models/doors/records.ts';
import { isProblem, type Says } from '../../../../models/doors/scenario.ts';

/** A header that is not understood: what is said of it, and what of it can be corrected. */

function refused(text: string, mapping: ReaderOptions['mapping'] = {}) {
  const reader = new TableReader({ mapping });
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) reader.row(line.split(';'), i + 1);
  const read = reader.end();
  const says: Says = isProblem(read) ? read.says : { fr: 'lu', en: 'read' };
  return { says, header: reader.unreadHeader };
}

const HEADER = 'Jour;Résultat final;Attente (s);Durée service (s);Remarque';
const TABLE = `Relevé de mars\n${HEADER}\n1;AGENT;3;60;ras\n1;HANG;20;;ras`;

describe('a header that is not understood', () => {
  it('is told by the names of each language first, without an option of the command line', () => {
    const { says } = refused('day;type;service_s;begin of queue');
    expect(says).toEqual({
      fr: 'Colonnes manquantes : issue, debut_file_s, attente_s (en anglais : outcome, queue_start_s, queue_s) ; l’en-tête trouvé est : day, type, service_s, begin of queue.',
      en: 'Missing columns: outcome, queue_start_s, queue_s (in French: issue, debut_file_s, attente_s); the header found is: day, type, service_s, begin of queue.',
    });
  });

  it('names only what nothing else in it tells', () => {
    const { says } = refused('Date;Heure;Attente (s);Issue;Conseiller');
    expect(says.fr).toMatch(/^Colonne manquante : duree_service_s \(en anglais : service_s\) ;/);
    const all = refused('issue;debut_file_s;attente_s;duree_service_s');
    expect(all.says.fr).toBe('lu');
    expect(refused('outcome;queue_start_s;queue_s;service_s').says.en).toBe('read');
  });

  it('asks a table by interval for what such a table needs, one column as one', () => {
    const { says } = refused('Date;Tranche;Nb total;Effectif');
    expect(says.fr).toMatch(/^Colonne manquante : appels_offerts \(en anglais : calls_offered\) ;/);
    expect(says.en).toMatch(/^Missing column: calls_offered \(in French: appels_offerts\);/);
    expect(refused('Date;Tranche;Appels offerts;Effectif').says.en).toBe('read');
  });

  it('is known as far as it goes: its line, what columns are, and what others may be', () => {
    const { header } = refused(TABLE);
    expect(header?.line).toBe(2);
    expect(header?.columns).toEqual({
      day: { at: 0, name: 'Jour', unit: '' },
      queue: { at: 2, name: 'Attente (s)', unit: 's' },
      service: { at: 3, name: 'Durée service (s)', unit: 's' },
    });
    expect(header?.likely).toEqual([{ at: 1, name: 'Résultat final', column: 'outcome' }]);
  });

  it('keeps what was corrected, proposes only what is free, and is read once that is enough', () => {
    const away = { outcome: 'Résultat final', service: null };
    const { header } = refused(TABLE, away);
    expect(header?.columns.outcome?.at).toBe(1);
    expect(header?.columns.service).toBeUndefined();
    expect(header?.likely).toEqual([{ at: 3, name: 'Durée service (s)', column: 'service' }]);
    expect(refused(TABLE, { outcome: 'Résultat final' }).says.en).toBe('read');
  });

  it('has one shape, whether it is understood or not: a correction is found again', () => {
    const reader = new TableReader({ mapping: { outcome: 'Résultat final' } });
    for (const [i, line] of TABLE.split('\n').entries()) reader.row(line.split(';'), i + 1);
    const read = reader.end();
    expect(isProblem(read) ? '' : read.mapping.shape).toBe(refused(TABLE).header?.shape);
  });

  it('is the fullest row where no name is known: a title is not it, nor a row of figures', () => {
    expect(refused('Relevé;;\nAlpha;Bêta;Gamma\nx;3;4').header?.line).toBe(2);
    // A column called by a number takes nothing from a header that is one.
    expect(refused(`${HEADER};2\n1;AGENT;3;60;ras;4`).header?.line).toBe(1);
  });

  it('is none in a file of figures, nor in one that is no table, nor for a name that is not there', () => {
    expect(refused('1;12;60\n1;15;70').header).toBeNull();
    expect(refused('{"a": 1}').header).toBeNull();
    const { header, says } = refused(TABLE, { agent: 'wen' });
    expect(header).toBeNull();
    expect(says.fr).toMatch(/^Aucune colonne « wen » ;/);
  });
});
