/** The French of the descriptions of the human hypotheses, by their English. */
export const FRENCH_PEOPLE: Readonly<Record<string, string>> = {
  'Discovery that is cut short leads to a wrong diagnosis.':
    'Une découverte écourtée mène à un mauvais diagnostic.',
  'Wrong diagnoses where discovery is skipped.':
    'Mauvais diagnostics, si l’on saute la découverte.',
  'Waiting callers are told how long it will take.':
    'On dit à ceux qui attendent combien de temps cela va durer.',
  'What is told: the wait of the last call that was answered; of the first in line; or the length of the line over the speed of the team.':
    'Ce qu’on annonce : l’attente du dernier appel décroché ; celle du premier de la file ; ou la longueur de la file rapportée à la vitesse de l’équipe.',
  'The wait is told in steps of this.': 'L’attente est annoncée par pas de cette durée.',
  'Who is told w hangs up at once with probability 1 - e^(-w/this); null: nobody does.':
    'À l’annonce de w, on raccroche aussitôt avec la probabilité 1 - e^(-w/ceci) ; null : personne.',
  'Haste to give up until the announced wait, times this.':
    'Jusqu’à l’attente annoncée, l’envie de raccrocher est multipliée par ceci.',
  'Per minute past it, haste is multiplied by 1 + .52 times this.':
    'Au-delà, elle est multipliée, à chaque minute, par 1 + 0,52 fois ceci.',
  'Minutes of handling more per minute past it.':
    'Minutes de traitement en plus, par minute au-delà de l’annonce.',
  'When a message is played, which makes some give up.':
    'Quand passe un message, qui en fait raccrocher certains.',
  'After so long.': 'Au bout de ce temps.',
  'Haste spent around each message: the share of patience it takes.':
    'Part de la patience que prend chaque message.',
  'Width of each peak.': 'Largeur de chaque pic.',
  'Callers told of a long wait may be called back instead.':
    'À ceux à qui l’on annonce une longue attente, on peut proposer d’être rappelés.',
  'Offered when the announced wait is above this.':
    'Proposé quand l’attente annoncée dépasse ceci.',
  'Share that accepts.': 'Part de ceux qui acceptent.',
  'Called back within this.': 'Rappelés dans ce délai.',
  'Called back while more agents than this are free.':
    'On rappelle tant que plus de conseillers que cela sont libres.',
  'Share that does not answer when called back.':
    'Part de ceux qui ne décrochent pas quand on les rappelle.',
  'Cost of a minute of waiting away from the line, over one on it.':
    'Coût d’une minute d’attente loin du téléphone, rapporté à une minute en ligne.',
  'Agents differ, learn, hurry and tire; what multiplies the speed of work.':
    'Les conseillers diffèrent, apprennent, se pressent et se fatiguent : ce qui multiplie la vitesse du travail.',
  'Spread of speed between agents (log), of groups whose own speedCv is 0.':
    'Dispersion des vitesses entre conseillers (log), pour les groupes dont speedCv vaut 0.',
  'Spread of skill in resolving between agents (logit).':
    'Dispersion entre conseillers de l’art de résoudre (logit).',
  'Exponent of learning: (1 + calls / learningCalls) to this.':
    'Exposant de l’apprentissage : (1 + appels / learningCalls) à cette puissance.',
  'Calls after which experience has doubled.': 'Appels au bout desquels l’expérience a doublé.',
  'Speed gained when as many wait as work; the sign is disputed.':
    'Vitesse gagnée quand il y en a autant qui attendent que d’agents au travail ; le signe est disputé.',
  'Speed lost by an agent who has been busy all the time.':
    'Vitesse perdue par qui n’a pas eu de répit.',
  'Occupancy from which on one is overworked.': 'Taux d’occupation au-delà duquel on est débordé.',
  'Memory of work.': 'Durée sur laquelle se retient le travail fourni.',
  'After-call work stretched by this, times the share of idle time.':
    'Étirement de la clôture, multiplié par la part de temps inoccupé.',
  'Memory of idleness.': 'Durée sur laquelle se retient le temps inoccupé.',
  'Handling stretched by this with a caller in the worst mood.':
    'Étirement du traitement avec un client de la pire humeur.',
  'Whether the one who answers is what this caller needs, and is oneself.':
    'Si celui qui répond convient à ce client, et s’il reste lui-même.',
  'How far from the wanted stance still fits.':
    'À quelle distance de l’attitude voulue cela convient encore.',
  'How far from oneself is still authentic.': 'À quelle distance de soi on est encore authentique.',
  'Weight of fit beside authenticity.': 'Poids de la convenance face à l’authenticité.',
  'How far a rested agent can go from oneself towards what is wanted.':
    'Jusqu’où un conseiller reposé peut aller, de lui-même vers ce qui est attendu.',
  'Spread of what callers of one state of mind want.':
    'Dispersion de ce que veulent les clients d’un même état d’esprit.',
  'Temperament of the team: warmth.': 'Tempérament de l’équipe : chaleur.',
  'Temperament of the team: guidance.': 'Tempérament de l’équipe : conduite de l’appel.',
  'Spread of temperament between agents.': 'Dispersion des tempéraments entre conseillers.',
  'How closely the script is kept to.': 'À quel point on s’en tient au script.',
  'How a wait is felt.': 'Comment une attente est ressentie.',
  'Felt minutes per minute waited.': 'Minutes ressenties par minute attendue.',
  'Of the power law of felt waits.': 'Exposant de la loi de puissance des attentes ressenties.',
  'Felt wait that nobody minds.': 'Attente ressentie qui ne gêne personne.',
  'What is beyond hurts on this scale.': 'Échelle à laquelle le surplus se fait sentir.',
  'Felt minutes per minute, of those who were told.':
    'Minutes ressenties par minute, pour ceux à qui l’on a annoncé l’attente.',
  'How much more a felt wait weighs on those who were told.':
    'De combien une attente ressentie pèse plus à ceux à qui on l’a annoncée.',
  'The score of a journey, 0 to 100.': 'La note d’un parcours, de 0 à 100.',
  'Of resolution.': 'De la résolution.',
  'Of the waits.': 'Des attentes.',
  'Of effort.': 'De l’effort.',
  'Of the relation.': 'De la relation.',
  'Weights of resolution, waits, effort and relation; they add to 1.':
    'Poids de la résolution, des attentes, de l’effort et de la relation ; leur somme vaut 1.',
  'What is left of the effort score at each call more.':
    'Ce qui reste de la note d’effort à chaque appel de plus.',
  'What is left of it at each transfer.': 'Ce qu’il en reste à chaque transfert.',
  'A journey below this was badly lived.': 'Sous cette note, le parcours a été mal vécu.',
  'Callers have a mood, which waits, moments and outcomes move.':
    'Les clients ont une humeur, que font bouger l’attente, les moments et l’issue.',
  'Lost per felt minute beyond the acceptable.':
    'Perdu par minute ressentie au-delà de l’acceptable.',
  'Lost per attempt before this one.': 'Perdu par tentative précédente.',
  'How far each moment moves the mood towards what it was worth.':
    'De combien chaque moment rapproche l’humeur de ce qu’il valait.',
  'Gained at the end when resolved, lost when not.':
    'Gagné à la fin si l’affaire est réglée, perdu sinon.',
  'Talks may become difficult: criticism, complaint, incivility.':
    'Un appel peut devenir difficile : critique, plainte, incivilité.',
  'Between calm and criticism.': 'Entre le calme et la critique.',
  'Between criticism and complaint.': 'Entre la critique et la plainte.',
  'Between complaint and incivility.': 'Entre la plainte et l’incivilité.',
  'Rates of getting worse, of a caller in a neutral mood whom nobody heeds.':
    'Vitesse à laquelle le ton monte, chez un client d’humeur neutre que personne n’écoute.',
  'Rates of calming down, of a caller who is fully heeded.':
    'Vitesse à laquelle il retombe, chez un client pleinement pris en compte.',
  'Calm.': 'Calme.',
  'Criticism.': 'Critique.',
  'Complaint.': 'Plainte.',
  'Incivility.': 'Incivilité.',
  'Shares of callers who begin so, in a neutral mood; they add to 1.':
    'Part des clients qui commencent ainsi, d’humeur neutre ; leur somme vaut 1.',
  'A worse mood makes worse: rates times e to minus this times mood.':
    'La mauvaise humeur aggrave : les vitesses sont multipliées par e puissance moins ceci fois l’humeur.',
  'Of a criticism.': 'D’une critique.',
  'Of a complaint.': 'D’une plainte.',
  'Of an incivility.': 'D’une incivilité.',
  'Handling more, at each.': 'Traitement en plus, à chacune.',
  'Naming the limit ends the incivility with this probability.':
    'Probabilité que poser une limite mette fin à l’incivilité.',
  'Added to the last moment when criticism or complaint was well handled.':
    'Ajouté au dernier moment quand une critique ou une plainte a été bien prise en main.',
  'Agents tire by talking and rest between talks; 1 is rested.':
    'Parler essouffle, les intervalles reposent ; à 1, on est reposé.',
  'On arrival.': 'En arrivant.',
  'Lost per hour on the line by one who meets people professionally.':
    'Perdu par heure en ligne, par qui rencontre les gens en professionnel.',
  'How much faster the tired tire.': 'De combien plus vite se fatigue celui qui l’est déjà.',
  'What it costs to show what one is not.': 'Ce que coûte de montrer ce que l’on n’est pas.',
  'The same when one makes it one’s own (deep acting), times this.':
    'Le même coût, multiplié par ceci, quand on le fait sien (jeu en profondeur).',
  'What incivility adds while it lasts.': 'Ce qu’ajoute une incivilité tant qu’elle dure.',
  'What a full line adds.': 'Ce qu’ajoute une file pleine.',
  'Rest while nobody calls.': 'Repos pendant que personne n’appelle.',
  'Rest in a short break.': 'Repos d’une courte pause.',
  'Rest in a long break.': 'Repos d’une longue pause.',
  'Lost at an incivility that is ignored.': 'Perdu à chaque incivilité qu’on laisse passer.',
  'Lost where the protocol is used and trusted.':
    'Perdu quand on suit le protocole, et qu’on s’y fie.',
  'What the organisation gives its agents, each from 0 to 1.':
    'Ce que l’organisation donne à ses conseillers, chaque appui de 0 à 1.',
  'Preparation: skill, and needs better understood.':
    'Préparation : du savoir-faire, et des besoins mieux compris.',
  'Clear rules: less varied work, less avoidance.':
    'Des règles claires : un travail moins inégal, moins d’évitement.',
  'A vision: people are met more professionally.':
    'Une vision : on rencontre les gens davantage en professionnel.',
  'Latitude: fewer transfers, less stress in difficult talks.':
    'De la latitude : moins de transferts, moins de tension dans les appels difficiles.',
  'Trust: incidents cost less, rest gives more.':
    'De la confiance : les incidents coûtent moins, le repos rend plus.',
  'A hidden cause brings some of the callers, until it is found.':
    'Une cause cachée amène une part des clients, jusqu’à ce qu’on la trouve.',
  'Of first callers, those whom it brings.': 'Parmi les premiers appels, ceux qu’elle amène.',
  'How many causes one may suspect.': 'Combien de causes on peut soupçonner.',
  'So many signals that name the right one switch it off.':
    'Autant de signalements qui nomment la bonne la font cesser.',
  'After the last of them, so much later.': 'Tant de temps après le dernier.',
  'What a person at a desk does with a caller is done by gestures.':
    'À un poste tenu par une personne, on agit par gestes.',
  'The chapter of the game whose day this is; 0: a whole shift.':
    'Le chapitre du jeu dont c’est la journée ; 0 : un poste entier.',
  'The world whose words callers speak.': 'Le monde dont les clients ont les mots.',
  'The moves of this day besides answering and concluding; absent: all of them.':
    'Les gestes de cette journée, outre décrocher et conclure ; absent : tous.',
  'A breath.': 'Souffler un moment.',
  'Of the energy that is missing, what a breath gives back.':
    'Ce que rend un moment de répit, sur l’énergie qui manque.',
  'Recognising a criticism or a complaint.': 'Reconnaître une critique ou une plainte.',
  'Saying no.': 'Dire non.',
  'Each of what may go with it: the reason, what can be done instead.':
    'Chaque chose qui peut l’accompagner : la raison, ce qu’on peut faire à la place.',
  'Telling a colleague the whole story before handing on.':
    'Tout raconter à un collègue avant de lui passer le client.',
  'Callers who ask for something besides, which may not be due to them.':
    'Clients qui réclament autre chose encore, qui ne leur est pas toujours dû.',
  'Of those, whose claim is not due.': 'Parmi eux, ceux à qui ce n’est pas dû.',
  'Of refusals with nothing beside them, those that are taken.':
    'Parmi les refus sans rien d’autre, ceux qui sont acceptés.',
  'More of them with each of the two.': 'Ce qu’ajoute chacune des deux.',
};
