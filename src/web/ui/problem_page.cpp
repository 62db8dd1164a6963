#include "web/ui/problem_page.hpp"

#include <array>

#include "web/html/elements.hpp"
#include "web/ui/action.hpp"

namespace web::ui {

using namespace html;

namespace {

constexpr std::array kProblems{
    Problem{400, "Demande illisible",
            "Le serveur n’a pas pu lire cette demande : elle est incomplète ou abîmée en chemin.",
            "Revenez à la page précédente, rechargez-la, puis recommencez."},
    Problem{401, "Connexion nécessaire",
            "Cette page est réservée aux personnes connectées, ou votre session est terminée.",
            "Connectez-vous pour continuer."},
    Problem{403, "Accès réservé", "Votre rôle ne permet pas de faire cela.",
            "Demandez à un responsable de votre organisation de le faire ou de changer votre rôle."},
    Problem{404, "Page introuvable", "Rien ne se trouve à cette adresse parmi ce que vous pouvez voir.",
            "Vérifiez l’adresse, ou retrouvez le dossier par la recherche."},
    Problem{405, "Action non prévue", "Cette adresse n’accepte pas ce type de demande.",
            "Revenez à la page précédente et utilisez ses boutons."},
    Problem{408, "Envoi interrompu",
            "La demande n’est pas arrivée en entier dans le temps prévu. Rien n’a été enregistré.",
            "Vérifiez votre connexion, puis recommencez."},
    Problem{409, "La situation a changé",
            "Quelqu’un a agi entre-temps : ce qui était demandé n’est plus possible tel quel.",
            "Rouvrez la page pour voir où en sont les choses, puis décidez."},
    Problem{413, "Envoi trop volumineux", "Ce qui a été envoyé dépasse la taille acceptée. Rien n’a été enregistré.",
            "Envoyez les fichiers en plusieurs fois, ou réduisez leur taille : une photo en qualité moyenne suffit."},
    Problem{415, "Format non accepté", "Le format de ce qui a été envoyé n’est pas pris en charge ici.",
            "Pour un document, envoyez un PDF ou une photo (JPEG, PNG)."},
    Problem{422, "Des informations sont à corriger",
            "Certaines informations manquent ou ne sont pas sous la forme attendue.",
            "Revenez au formulaire : ce qui est à corriger est indiqué à côté de chaque champ."},
    Problem{429, "Un instant, s’il vous plaît", "Beaucoup de demandes sont arrivées en peu de temps.",
            "Attendez une minute, puis recommencez."},
    Problem{431, "Demande trop longue", "L’adresse ou les informations envoyées par le navigateur sont trop longues.",
            "Effacez les cookies de ce site, puis recommencez depuis l’accueil."},
    Problem{500, "Un problème de notre côté",
            "Le serveur n’a pas pu terminer cette demande. Rien n’a été enregistré à moitié.",
            "Recommencez dans un instant. Si cela se répète, prévenez l’administrateur."},
    Problem{503, "Service momentanément indisponible",
            "Le serveur ne peut pas répondre pour l’instant. Rien n’a été enregistré.",
            "Recommencez dans une minute."}};

const Problem* find_problem(int status) {
  for (const Problem& problem : kProblems) {
    if (problem.status == status) return &problem;
  }
  return nullptr;
}

Action way_on(int status) {
  if (status == 401) return {.label = "Se connecter", .url = sign_in_url, .look = Look::primary, .icon = Icon::key};
  return {.label = "Aller à l’accueil", .url = home_url, .icon = Icon::home};
}

}  // namespace

const Problem& problem_of(int status) {
  if (const Problem* known = find_problem(status)) return *known;
  return *find_problem(status >= 400 && status < 500 ? 400 : 500);
}

Markup problem_page(int status, Frame frame, const ProblemDetail& detail) {
  const Problem& problem = problem_of(status);
  frame.title = std::string(problem.title);
  frame.width = Frame::Width::reading;
  const Markup content = div(
      cls("problem"), p(cls("problem-status num"), "Code ", status), h1(problem.title),
      p(cls("lead"), detail.sentence.empty() ? problem.what : std::string_view(detail.sentence)), p(problem.remedy),
      when(!detail.incident.empty(), [&] { return p(cls("quiet"), "Incident ", span(cls("num"), detail.incident)); }),
      actions_row({way_on(status)}));
  return frame.account ? page(frame, content) : plain_page(frame, content);
}

}  // namespace web::ui
