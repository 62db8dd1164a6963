// Attach, move or detach the repairer, from a file's page (M31).
#include "desks/motor/file/file_view_words.hpp"
#include "desks/motor/intake/particulars_form.hpp"
#include "desks/motor/page/file_view.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace motor::page {

namespace html = web::html;
namespace ui = web::ui;

html::Markup repairer_card(const FileView& view) {
  if (!view.firm() || !view.may_act) return {};
  const auto url = html::Url::path("/reparateurs/dossiers/{}/reparateur", view.file.id);
  const std::string form(url.text());
  const bool again = view.typed.form() == form;
  const bool chosen = !view.file.siret.empty();
  std::string standing = "Aucun réparateur n’est choisi.";
  if (view.file.repairer)
    standing = view.names.of(view.file.repairer) + " voit ce dossier.";
  else if (chosen)
    standing = "Aucun compte validé par votre cabinet n’a ce SIRET : le dossier l’attend, et le rejoindra alors.";
  html::Markup body = html::p(standing);
  body += ui::disclosure(
      chosen ? "Confier à un autre réparateur" : "Choisir le réparateur", again ? ui::Fold::open : ui::Fold::closed,
      ui::form(
          {.action = url, .csrf_token = view.csrf_token, .submit = "Confier le dossier", .look = ui::Look::secondary},
          intake::siret_field(again ? view.typed : ui::FormState{}, {}, form)));
  if (chosen)
    body += ui::action_button({.label = "Détacher",
                               .url = url,
                               .look = ui::Look::quiet,
                               .post = ui::Post{.csrf_token = view.csrf_token,
                                                .question = "Détacher ce réparateur ?",
                                                .consequence = "Il ne verra plus le dossier, et en sera informé.",
                                                .fields = {{"acte", "detacher"}}}});
  return ui::card({.title = "Réparateur", .icon = ui::Icon::car, .id = "reparateur"}, body);
}

}  // namespace motor::page
