// The insured's link on the broker's file page: sent, sent again, withdrawn (W31).
#include "desks/works/file/file_again.hpp"
#include "desks/works/insured/follow_link.hpp"
#include "desks/works/insured/follow_pages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"

namespace works::insured {
namespace {

namespace html = web::html;
namespace ui = web::ui;
using html::Markup;
using html::Url;

Url link_url(ClaimId claim) { return Url::path("/travaux/dossiers/{}/suivi", claim); }

web::Response back(visit::Visit& visit, ClaimId claim, std::string sentence) {
  return visit::see_other(visit, Url::path("/travaux/dossiers/{}", claim), {ui::Tone::good, std::move(sentence)});
}

}  // namespace

Markup link_part(const FileView& view) {
  const bool sent = view.follow_link && !view.follow_link->revoked;
  const auto url = link_url(view.claim.id);
  Markup part = html::p(html::cls("quiet"), sent ? "L’assuré suit son dossier par un lien envoyé à cette adresse."
                                                 : "L’assuré n’a pas de lien pour suivre son dossier.");
  if (!view.may_act) return part;
  const auto email = ui::Field{.name = "email",
                               .label = "Adresse e-mail de l’assuré",
                               .value = view.claim.insured.email.value_or(""),
                               .form = std::string(url.text()),
                               .autocomplete = "off"}
                         .with(view.typed);
  const auto fold = email.error.empty() ? ui::Fold::closed : ui::Fold::open;
  part += ui::disclosure(sent ? "Envoyer le lien à nouveau" : "Envoyer le lien de suivi", fold,
                         ui::form({.action = url,
                                   .csrf_token = view.csrf_token,
                                   .submit = "Envoyer le lien",
                                   .icon = ui::Icon::mail,
                                   .look = ui::Look::secondary},
                                  ui::email_field(email)));
  if (sent)
    part += ui::form({.action = Url::path("/travaux/dossiers/{}/suivi/retrait", view.claim.id),
                      .csrf_token = view.csrf_token,
                      .submit = "Retirer le lien",
                      .look = ui::Look::quiet},
                     {});
  return part;
}

web::Response post_link(visit::Visit& visit) {
  const ClaimId claim{visit.id()};
  const auto sent = send_again(visit.platform, visit.actor(), claim, visit.request.form.get("email"));
  if (!sent) return file::show_again(visit, claim, sent.refusals());
  return back(visit, claim, "Le lien de suivi est parti à l’assuré.");
}

web::Response post_withdrawal(visit::Visit& visit) {
  const ClaimId claim{visit.id()};
  const auto withdrawn = withdraw(visit.platform, visit.actor(), claim);
  if (!withdrawn) return visit::refused(visit, withdrawn.refusals());
  return back(visit, claim, "Le lien de suivi n’ouvre plus rien.");
}

}  // namespace works::insured
