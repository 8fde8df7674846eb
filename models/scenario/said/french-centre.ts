/** The French of the descriptions of a classical centre and its day, by their English. */
export const FRENCH_CENTRE: Readonly<Record<string, string>> = {
  'A call centre and its day.': 'Un centre d’appels et sa journée.',
  'Version of this file format.': 'Version du format de ce fichier.',
  'A text shown on screen: one for all, or {fr, en}.':
    'Un texte affiché à l’écran : le même pour tous, ou {fr, en}.',
  'Where the figures come from.': 'D’où viennent les chiffres.',
  'What it is about: once that is written anew, it is supposed no more.':
    'Ce dont il s’agit : une fois récrit, ce n’est plus supposé.',
  'What is supposed where records do not say it: told beside every answer, it changes nothing of what happens.':
    'Ce qui est supposé là où le relevé ne le dit pas : dit à côté de chaque réponse, sans rien changer de ce qui se passe.',
  'Clock time of opening, HH:MM.': 'Heure d’ouverture, HH:MM.',
  'From opening to closing.': 'De l’ouverture à la fermeture.',
  'Length of the intervals in which rates and staff are written and the report is told; it changes nothing of what happens.':
    'Pas de temps dans lequel on écrit les volumes et les effectifs, et dans lequel le bilan se lit ; rien de ce qui se passe n’en dépend.',
  'Calls that arrive before this are not measured.':
    'Les appels arrivés avant cet instant ne comptent pas dans les mesures.',
  'At closing: serve those who wait, or stop the world there (those still in the centre are counted apart).':
    'À la fermeture : répondre à ceux qui attendent encore, ou tout arrêter là (ceux qui restent sont comptés à part).',
  'Spread of the day factor (gamma of mean 1, one a day).':
    'D’un jour à l’autre, dispersion du facteur de charge (loi gamma de moyenne 1, un tirage par jour).',
  'Spread of the factor that each stretch of factorMin has of its own (gamma of mean 1).':
    'Dispersion du facteur propre à chaque tranche de factorMin minutes (loi gamma de moyenne 1).',
  'How long such a factor holds.': 'Durée d’une telle tranche.',
  'Short name used in commands, files and --set paths: letters, digits, - and _.':
    'Nom court pour les commandes, les fichiers et les chemins de --set : lettres sans accent, chiffres, - et _.',
  'What callers of this type say they want; each caller has one.':
    'Ce que disent vouloir les clients de ce motif ; à chacun sa phrase.',
  'Mean number of first calls per hour.':
    'Nombre moyen de premiers appels par heure, sans ceux qui rappellent.',
  'The same all day.': 'La même valeur toute la journée.',
  'In this interval.': 'Dans cet intervalle.',
  'Rate within an interval: constant, or linear between the values taken at the beginnings of intervals (the last one holds to the end).':
    'Débit à l’intérieur d’un intervalle : constant, ou en ligne droite d’un début d’intervalle au suivant (le dernier vaut jusqu’au bout).',
  'An incident: extra Poisson calls at a constant rate for a while.':
    'Un incident : pendant un moment, des appels en plus, au hasard (Poisson) et à débit constant.',
  'What happens (a train is cancelled), in a few words: everybody in a room is told when it begins, and no sooner. Without a name nothing is told.':
    'Ce qui arrive (un train est supprimé), en peu de mots : toute la salle l’apprend quand cela commence, et pas avant. Sans nom, rien n’est dit.',
  'When the burst begins, after opening.': 'Début de l’afflux, à compter de l’ouverture.',
  'Mean number of extra calls.': 'Nombre moyen d’appels en plus.',
  'How long it lasts.': 'Combien de temps il dure.',
  'Time on the line with an agent of speed 1.':
    'Durée en ligne avec un conseiller de vitesse 1 (clôture non comprise).',
  'Never ends (a caller who never gives up).': 'Sans fin (un client qui ne raccroche jamais).',
  'The value.': 'La valeur.',
  'Probability that the value is exactly 0 (for a patience: hangs up at once unless answered at once).':
    'Probabilité que la valeur soit exactement 0 (pour une patience : on raccroche aussitôt si personne ne décroche aussitôt).',
  'Mean.': 'Moyenne.',
  'Smallest value.': 'La plus petite valeur.',
  'Largest value.': 'La plus grande valeur.',
  'Coefficient of variation.': 'Coefficient de variation : l’écart type rapporté à la moyenne.',
  'Shape; 1 is the exponential.': 'Forme ; à 1, c’est l’exponentielle.',
  'Weight of this phase (weights add to 1).': 'Poids de cette phase (leur somme vaut 1).',
  'Mean of this phase.': 'Moyenne de cette phase.',
  'Increasing values; linear between them, from 0.':
    'Valeurs croissantes ; en ligne droite entre elles, à partir de 0.',
  'Value.': 'Valeur.',
  'P(value at most valuesS[i]); may end below 1.':
    'Probabilité de ne pas dépasser valuesS[i] ; la dernière peut rester sous 1.',
  'Probability.': 'Probabilité.',
  'Mean of the exponential tail beyond the last value, where the table ends below 1.':
    'Au-delà de la dernière valeur, moyenne de la queue exponentielle, quand la table finit sous 1.',
  'How many times as long handling takes of calls that arrive in an interval: one number, or one for each.':
    'Pour les appels qui arrivent dans un intervalle, combien de fois la durée de traitement de la loi : un nombre, ou un par intervalle.',
  'How many times as long after-call work takes of calls that arrive in an interval: one number, or one for each.':
    'Pour les appels qui arrivent dans un intervalle, combien de fois la clôture de la loi : un nombre, ou un par intervalle.',
  'How many times as long callers wait who arrive in an interval: one number, or one for each.':
    'Pour les clients qui arrivent dans un intervalle, combien de fois la patience de la loi : un nombre, ou un par intervalle.',
  'After-call work.': 'Travail après l’appel, avant que le conseiller redevienne libre.',
  'How long a caller waits before giving up.':
    'Combien de temps un client attend avant de raccrocher.',
  'What callers of this type need; it acts where time is arbitrated.':
    'Ce dont ont besoin les clients de ce motif ; n’agit que si le temps s’arbitre.',
  'Mean need of this type.': 'Besoin moyen des clients de ce motif.',
  'Spread between callers of this type; absent: arbitration.need.cv.':
    'Dispersion entre clients de ce motif ; absente : celle d’arbitration.need.cv.',
  'True where each matter is its own: there a script costs the relation; false where all are alike.':
    'Oui si chaque demande est singulière, et qu’un script abîme alors la relation ; non si elles se ressemblent toutes.',
  'State of mind that callers come in, hence what they want of the one who answers; mixed: any of the five, equally likely.':
    'État d’esprit dans lequel ils appellent, et donc ce qu’ils attendent de qui répond ; mêlé : un des cinq, à chances égales.',
  'Mood in which they call, before any wait.':
    'Humeur dans laquelle ils appellent, avant toute attente.',
  'Weight of the harm done to these callers.': 'Poids donné au tort fait à ces clients.',
  'Priority: these callers are served as if they had arrived this much earlier.':
    'Priorité : ces clients sont servis comme s’ils étaient arrivés plus tôt d’autant.',
  'After abandonment.': 'Après avoir raccroché sans réponse.',
  'Probability of calling again.': 'Probabilité de rappeler.',
  'Time until the next attempt.': 'Délai jusqu’à la tentative suivante.',
  'After being blocked.': 'Après avoir été refusé, toutes les places étant prises.',
  'After service; where time is arbitrated, after a contact that resolved nothing.':
    'Après avoir été servi ; si le temps s’arbitre, après un contact qui n’a rien résolu.',
  'What a caller who calls again brings: a need and a patience drawn anew, or the same as the first time.':
    'Avec quoi revient celui qui rappelle : un besoin et une patience tirés de nouveau, ou ceux de la première fois.',
  'Agents scheduled: one number, or one for each interval. A fraction is the probability of one more agent.':
    'Conseillers planifiés : un nombre, ou un par intervalle. Une fraction est la probabilité d’un conseiller de plus.',
  'All day.': 'Toute la journée.',
  'A contact type this group can handle.': 'Un motif d’appel que ce groupe sait traiter.',
  'Order of preference for skillPriority: 1 before 2.':
    'Ordre de préférence quand on route par priorité : 1 passe avant 2.',
  'Overflow: calls of this type reach the group only after waiting this long.':
    'Débordement : ces appels n’arrivent au groupe qu’après avoir attendu ce temps.',
  'Speed on this type: 2 takes half the time.':
    'Vitesse sur ce motif : à 2, moitié moins de temps.',
  'Speed of the whole group: 2 takes half the time.':
    'Vitesse de tout le groupe : à 2, moitié moins de temps.',
  'Spread of speed between agents, lognormal of mean 1: where nobody waits, handling lasts 1 + speedCv² times as long on average; where all are always busy, as long as asked for.':
    'Dispersion des vitesses entre conseillers, log-normale de moyenne 1 : si personne n’attend, le traitement dure en moyenne 1 + speedCv² fois plus ; si tous sont toujours occupés, autant que demandé.',
  'Share of scheduled time for which agents are missing, drawn for each agent and stretch of absence.':
    'Part du temps planifié où un conseiller manque ; tirée pour chacun, et pour chaque tranche d’absence.',
  'Mean length of an absence; longer than the day: missing all day, or not at all.':
    'Durée moyenne d’une absence ; plus longue que la journée : absent toute la journée, ou pas du tout.',
  'When it begins, after opening.': 'Son début, à compter de l’ouverture.',
  'How long it lasts; an agent on a call begins it after the call, whole.':
    'Sa durée ; un conseiller en ligne la prend après l’appel, entière.',
  'How many agents take it; each break takes the next agents in turn.':
    'Combien de conseillers la prennent ; d’une pause à l’autre, c’est le tour des suivants.',
  'The policy of this group where it is not that of arbitration.policy.':
    'La politique de ce groupe, si ce n’est pas celle d’arbitration.policy.',
  'Which free agent takes a call: idle the longest; of the group with the best priority for the type, then idle the longest; any, uniformly.':
    'Quel conseiller libre prend l’appel : le plus longtemps inoccupé ; celui du groupe prioritaire pour ce motif, puis le plus longtemps inoccupé ; n’importe lequel, au hasard.',
  'Which waiting call a free agent takes: waiting the longest (head starts counted); of the type with the best priority for the group, then waiting the longest.':
    'Quel appel prend un conseiller qui se libère : le plus ancien (avances comprises) ; celui du motif prioritaire pour son groupe, puis le plus ancien.',
  'Calls that may wait at once; null: no limit.':
    'Appels qui peuvent attendre en même temps ; null : sans limite.',
  'Calls in the centre at once, waiting or served; null: no limit.':
    'Appels dans le centre en même temps, en attente ou en ligne ; null : sans limite.',
  'Answered within this counts as met (inclusive).':
    'Un appel décroché dans ce délai, borne comprise, est dans l’objectif.',
  'An abandonment up to this is short.': 'Jusqu’à ce délai, un abandon est dit court.',
  'How long a call rings at a person’s desk before it goes back to the line.':
    'Combien de temps un appel sonne au poste d’une personne avant de retourner dans la file.',
  'The calls of a real day, added to those of the rates.':
    'Les appels d’une journée réelle, en plus de ceux que donnent les débits.',
  'Where the records come from.': 'D’où viennent les relevés.',
  'Arrival instants after opening, not decreasing.':
    'Instants d’arrivée à compter de l’ouverture, dans l’ordre.',
  'Arrival.': 'Arrivée.',
  'Position of the contact type in types.': 'Rang du motif d’appel dans types, à partir de 0.',
  'Type.': 'Motif.',
  'Observed time on the line; null or absent: drawn from the law.':
    'Durée en ligne observée ; null ou absente : tirée de la loi.',
  'Handling.': 'Traitement.',
  'Observed patience of those who gave up; null or absent: drawn.':
    'Patience observée de ceux qui ont raccroché ; null ou absente : tirée de la loi.',
  'Patience.': 'Patience.',
  'Those who were served had at least this patience; the rest is drawn.':
    'Ceux qui ont été servis avaient au moins cette patience ; le reste est tiré.',
  'Waited.': 'Attente.',
  'For all types.': 'Pour tous les motifs.',
  'For this type.': 'Pour ce motif.',
  'How many times as many calls as were recorded, one number or one for each type: each caller comes, or comes several times, by their own luck.':
    'Combien de fois autant d’appels qu’à l’enregistrement, un nombre ou un par motif : chaque client vient, ou vient plusieurs fois, selon sa propre chance.',
  'The same number for the same person; null: unknown.':
    'Le même numéro pour la même personne ; null : inconnue.',
  'Caller.': 'Client.',
};
