// The part of a claim's page on who holds a lot: the firm asked, its answer, earlier firms, and taking the lot back.
#include "base/french.hpp"
#include "desks/works/file/file_view.hpp"
#include "desks/works/lot/split.hpp"
#include "desks/works/lot/split_rules.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/form.hpp"
#include "web/ui/notice.hpp"

namespace works::mandate {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Value;

Value optional_instant(const std::optional<base::Instant>& instant) { return instant ? Value(*instant) : Value(); }

std::string sms_state(const Mandate& mandate) {
  const auto sms = mandate.sms_fate();
  if (sms == SmsFate::undelivered) return "non remis, " + std::string(why_lost(sms));
  if (lost(sms)) return "non parti : " + std::string(why_lost(sms));
  if (mandate.sms_delivered_at) return "remis le " + base::french::instant_medium(*mandate.sms_delivered_at);
  if (mandate.sms_sent_at) return "parti le " + base::french::instant_medium(*mandate.sms_sent_at);
  return "en attente d’envoi";
}

Markup holder_facts(const FileView& view, const Mandate& mandate) {
  std::vector<web::ui::Fact> facts{{"Entreprise", Value(view.name_of(mandate.tradesman))},
                                   {"Distance", base::french::distance(mandate.distance_m)},
                                   {"Demandé le", mandate.asked_at},
                                   {"SMS", sms_state(mandate)}};
  if (mandate.mail_lost) facts.push_back({"E-mail", "non remis : l’adresse de l’entreprise ne reçoit pas"});
  if (mandate.answered_at) facts.push_back({"Accepté le", optional_instant(mandate.answered_at)});
  return web::ui::facts(facts);
}

// W15: one of the two ways, or both, did not reach the firm.
Markup lost_request(const Mandate& mandate) {
  const auto sms = mandate.sms_fate();
  if (!lost(sms) && !mandate.mail_lost) return {};
  const bool both = lost(sms) && mandate.mail_lost;
  const std::string other = both                    ? ""
                            : !mandate.mail_lost    ? "L’e-mail est parti. "
                            : may_have_arrived(sms) ? "Le SMS est parti. "
                                                    : "Le SMS attend son envoi. ";
  return web::ui::notice({web::ui::Tone::warn,
                          both                          ? "Ni le SMS ni l’e-mail ne sont arrivés"
                          : mandate.mail_lost           ? "L’e-mail n’est pas arrivé"
                          : sms == SmsFate::undelivered ? "Le SMS n’est pas arrivé"
                                                        : "Le SMS n’est pas parti",
                          other + "Attendez la réponse, ou retirez la demande et choisissez une autre entreprise."});
}

web::ui::Fold fold_of(const FileView& view, const Url& form) {
  return view.typed.form() == form.text() ? web::ui::Fold::open : web::ui::Fold::closed;
}

// Opens without script: the reason is asked before acting.
Markup withdraw_form(const FileView& view, const Mandate& mandate) {
  const auto to = Url::path("/travaux/mandats/{}/retrait", mandate.id);
  return web::ui::disclosure(
      "Retirer ce chantier à l’entreprise", fold_of(view, to),
      web::ui::form({.action = to,
                     .csrf_token = view.csrf_token,
                     .submit = "Retirer et choisir une autre entreprise",
                     .look = web::ui::Look::danger},
                    web::ui::text_field(web::ui::Field{.name = "reason",
                                                       .label = "Motif",
                                                       .hint = "L’entreprise le lira dans son message.",
                                                       .form = std::string(to.text())}
                                            .with(view.typed))));
}

Markup abandon_form(const FileView& view, const lot::Lot& lot) {
  std::vector<web::ui::Option> reasons;
  for (const auto reason : claim::abandonments)
    reasons.push_back({std::string(to_text(reason)), std::string(label(reason))});
  const bool alone = view.lots.size() == 1;
  const auto to = alone ? Url::path("/travaux/dossiers/{}/sans-suite", view.claim.id)
                        : Url::path("/travaux/lots/{}/sans-suite", lot.id);
  return web::ui::disclosure(
      alone ? "Classer le dossier sans suite" : "Classer ce lot sans suite", fold_of(view, to),
      web::ui::form(
          {.action = to, .csrf_token = view.csrf_token, .submit = "Classer sans suite", .look = web::ui::Look::danger},
          web::ui::select_field(
              web::ui::Field{.name = "reason", .label = "Pourquoi", .form = std::string(to.text())}.with(view.typed),
              reasons)));
}

Markup earlier(const FileView& view, const lot::Lot& lot) {
  std::vector<web::ui::Line> lines;
  for (const auto& mandate : view.mandates) {
    if (mandate.lot != lot.id || live(mandate.state)) continue;
    lines.push_back({view.name_of(mandate.tradesman),
                     {},
                     std::string(label(mandate.state)) + " le " +
                         (mandate.ended_at ? base::french::instant_medium(*mandate.ended_at) : "")});
  }
  if (lines.empty()) return {};
  return html::h3("Entreprises déjà sollicitées") + web::ui::lines(lines, {});
}

Markup split_part(const FileView& view, const lot::Lot& lot) {
  const bool ended = view.claim.closed_by_broker_at || view.claim.abandoned_at;
  if (!view.may_act || !lot::may_split(lot.state, lot.trades.size(), view.lots.size(), ended)) return {};
  return web::ui::disclosure("Partager ce lot en deux", fold_of(view, Url::path("/travaux/lots/{}/partage", lot.id)),
                             lot::split_form(lot, view.csrf_token, view.typed));
}

Markup to_assign(const FileView& view, const lot::Lot& lot, bool again) {
  const Markup link =
      view.may_act ? html::a(html::cls("btn btn-primary"),
                             html::href(Url::path("/travaux/lots/{}/entreprises", lot.id)), "Choisir une entreprise")
                   : Markup();
  return web::ui::notice({web::ui::Tone::warn, again ? "À réattribuer" : "À attribuer",
                          again ? "Tout est déjà rempli : il ne reste qu’à choisir une autre entreprise."
                                : "Choisissez l’entreprise à mandater."},
                         link) +
         split_part(view, lot);
}

}  // namespace

Markup lot_section(const FileView& view, const lot::Lot& lot) {
  const Markup before = earlier(view, lot);
  if (lot.state == lot::State::abandoned)
    return web::ui::notice({web::ui::Tone::mute, "Sans suite", "Aucune entreprise n’est sollicitée pour ce lot."}) +
           before;
  const auto* mandate = view.live_mandate(lot.id);
  if (mandate == nullptr) return to_assign(view, lot, !before.empty()) + before;
  Markup part = holder_facts(view, *mandate);
  if (mandate->state == State::asked) part += lost_request(*mandate);
  return part + before;
}

Markup lot_acts(const FileView& view, const lot::Lot& lot) {
  const bool over = view.claim.closed_by_broker_at || view.claim.abandoned_at || lot.state == lot::State::abandoned ||
                    lot.state == lot::State::job_closed;
  if (!view.may_act || over) return {};
  const auto* mandate = view.live_mandate(lot.id);
  return (mandate != nullptr ? withdraw_form(view, *mandate) : Markup()) + abandon_form(view, lot);
}

}  // namespace works::mandate
