/** The French of the descriptions of what is arbitrated, by their English. */
export const FRENCH_ARBITRATION: Readonly<Record<string, string>> = {
  'The arbitration of time; absent: a classical centre.':
    'L’arbitrage du temps ; absent : un centre classique.',
  'A talk works towards a goal, then concludes; or ends at any moment alike (memoryless), as exact formulas want it.':
    'On parle jusqu’à un but, puis on conclut ; ou bien l’appel peut finir à tout instant, sans mémoire, comme le veulent les formules exactes.',
  'How long a talk is meant to last; durations for a need of 1.':
    'Combien de temps on compte rester en ligne ; les durées valent pour un besoin de 1.',
  'Always one pace (fixed, care, hurry); another from a number waiting or a longest wait on; the price of the next minute (from a table, over horizonMin, against each need); one concludes for each who waits; or a mask or the script, worn by all.':
    'Un rythme (fixe, prendre soin, se dépêcher) ; un autre dès un seuil de file ou d’attente ; le prix de la minute suivante (en table, sur horizonMin, selon le besoin) ; un appel conclu pour chacun qui attend ; ou un masque, ou le script, pour tous.',
  'fixed, and what the masks stretch: handling time.':
    'Rythme fixe, et ce qu’étirent les masques : durée de traitement visée.',
  'hurry: handling time.': 'Se dépêcher : durée de traitement visée.',
  'care, coordinated: handling time.':
    'Prendre soin, et « un attend, un conclut » : durée de traitement visée.',
  'Thresholds: handling time from the threshold on.':
    'Seuils : durée visée une fois le seuil atteint.',
  'Thresholds: handling time before it.':
    'Seuils : durée visée tant que le seuil n’est pas atteint.',
  'queueThreshold: so many calls wait.': 'Seuil de file : autant d’appels attendent.',
  'waitThreshold: somebody has waited this long.':
    'Seuil d’attente : quelqu’un attend depuis ce temps.',
  'Price: of holding the line this much longer.':
    'Prix : celui de garder la ligne ce temps de plus.',
  'No talk is meant to last longer.': 'On ne vise jamais un appel plus long.',
  'Never hurry below the pace m0, where hurrying brings back more than it ends.':
    'Ne jamais presser au-delà du rythme m0, sous lequel se hâter ramène plus d’appels que cela n’en termine.',
  'Which mask an agent wears: the one the policy names, if any; or one drawn for each call, as energy and pressure push.':
    'Quel masque porte un conseiller : celui que nomme la politique, s’il y en a un ; ou un autre à chaque appel, selon le souffle et la pression.',
  'What a talk lasts besides the work on the solution.':
    'Ce que dure un appel, hors travail sur la solution.',
  'Fixed part on the line: welcome, discovery, conclusion.':
    'Part fixe en ligne : accueil, découverte, conclusion.',
  'Of which: from the decision to conclude to the release of the line.':
    'Dont : de la décision de conclure jusqu’à la ligne libérée.',
  'After-call work of the types whose own wrapUp is 0.':
    'Clôture après l’appel, pour les motifs qui n’ont pas la leur.',
  'Welcome, where it is not skipped.': 'L’accueil, quand on ne le saute pas.',
  'Discovery, where it is not skipped.': 'La découverte, quand on ne la saute pas.',
  'Explanation, where it is not skipped; beside fixedMin.':
    'L’explication, quand on ne la saute pas ; en plus de fixedMin.',
  'What callers need: the work that would resolve their matter, 1 being usual.':
    'Le besoin des clients : le travail qui réglerait leur affaire, 1 étant l’ordinaire.',
  'Spread between callers, where the type gives none.':
    'Dispersion entre clients, quand le motif n’en donne pas.',
  'Law of the need; the exponential has a spread of 1, whatever cv.':
    'Loi du besoin ; l’exponentielle a une dispersion de 1, quel que soit cv.',
  'What work resolves: the hypothesis of this world.':
    'Ce que résout le travail : l’hypothèse de ce monde.',
  'Share resolved by endless work.': 'Part résolue par un travail sans fin.',
  'Work for a need of 1 that resolves 63 % of that.':
    'Travail, pour un besoin de 1, qui résout 63 % de cette part.',
  'Each minute resolves less than the one before; slow at first; or straight, flat.':
    'Chaque minute résout moins que la précédente ; ou le début est lent ; ou cela monte droit, puis plus du tout.',
  'Of the s: how late and steep it rises; 1 is the concave curve.':
    'Pour la courbe en S : combien elle monte tard et vite ; à 1, c’est la courbe concave.',
  'Who calls again, and when.': 'Qui rappelle, et quand.',
  'After giving up, of the types whose own redial is 0.':
    'Après avoir raccroché, pour les motifs qui ne le disent pas eux-mêmes.',
  'Mean delay after giving up.': 'Délai moyen après avoir raccroché.',
  'After a contact in vain, of the types whose own repeat is 0.':
    'Après un appel pour rien, pour les motifs qui ne le disent pas eux-mêmes.',
  'Mean delay after a contact, whatever came of it; not that of a type’s own repeat.':
    'Délai moyen après un contact, quoi qu’il ait donné ; sauf si le motif a le sien.',
  'With the next matter, after one resolved; of all types.':
    'Avec une nouvelle affaire, après une affaire réglée ; pour tous les motifs.',
  'By how much a full explanation lowers nextProbability.':
    'De combien une explication complète abaisse nextProbability.',
  'How much more is needed by those who come back unresolved.':
    'Combien de plus il faut à ceux qui reviennent sans solution.',
  'How much of the work done still counts at the next attempt.':
    'Ce qui compte encore, la fois suivante, du travail déjà fait.',
  'True: callers due after closing still call and are served; else tomorrow.':
    'Oui : qui devait rappeler après la fermeture rappelle quand même, et on lui répond ; sinon, ce sera demain.',
  'What harm costs, in waiting-minute equivalents; it weighs and decides.':
    'Ce que coûte chaque tort, en minutes d’attente équivalentes ; cela pèse, et décide.',
  'Of one caller waiting one minute: the unit of account.':
    'D’un client qui attend une minute : l’unité de compte.',
  'Of one caller giving up.': 'D’un client qui raccroche sans réponse.',
  'Of one contact in vain.': 'D’un appel pour rien.',
  'Of one caller who never comes back.': 'D’un client qui ne revient jamais.',
  'How far a study goes.': 'Jusqu’où va une étude.',
  'Days before the first look at precision.': 'Journées jouées avant de regarder la précision.',
  'Precise enough: half the interval, over the figure.':
    'Assez précis : la demi-largeur de l’intervalle, rapportée au chiffre.',
  'False: the human hypotheses were left out; then no human part may stand here.':
    'Non : les hypothèses humaines sont laissées de côté ; aucune partie humaine ne peut alors figurer ici.',
};
