#include "base/french.hpp"
#include "base/text.hpp"
#include "floor/identity/accounts.hpp"
#include "floor/identity/pages.hpp"
#include "floor/identity/second_factor.hpp"
#include "floor/messages/returned_addresses.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/badge.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"
#include "web/ui/tabs.hpp"

namespace identity {
namespace {

namespace ui = web::ui;
using namespace web::html;

constexpr Url list_url = "/administration/comptes";

Url account_url(AccountId id) { return Url::path("/administration/comptes/{}", id); }
Url suspension_url(AccountId id) { return Url::path("/administration/comptes/{}/suspension", id); }
Url second_factor_url_of(AccountId id) { return Url::path("/administration/comptes/{}/double-authentification", id); }
Url reset_url(AccountId id) {
  return Url::path("/administration/comptes/{}/double-authentification/remise-a-zero", id);
}
Url reactivation_url(AccountId id) { return Url::path("/administration/comptes/{}/reactivation", id); }

std::string organisations_text(const std::vector<Membership>& memberships) {
  std::string text;
  for (const Membership& membership : memberships) {
    if (!text.empty()) text += ", ";
    text += membership.organisation_name;
  }
  return text;
}

ui::Row row(const AccountLine& line) {
  const Account& account = line.account;
  return {.url = account_url(account.id),
          .cells = {account.name, ui::Value::mail(account.email.text()), organisations_text(line.memberships),
                    account.last_sign_in, badge(account.status)}};
}

Markup table_of(const AccountPage& page, const AccountQuery& query) {
  if (page.lines.empty()) {
    return ui::empty_state({.icon = ui::Icon::users,
                            .title = "Aucun compte ne correspond",
                            .text = "Cherchez par le nom, ou par le début de l’adresse e-mail."});
  }
  std::vector<ui::Row> rows;
  for (const AccountLine& line : page.lines) rows.push_back(row(line));
  const Url same = query.search.empty() ? list_url : list_url.query("q", query.search);
  return fragment(
      ui::data_table({.caption = "Comptes",
                      .columns = {{"Nom"}, {"E-mail"}, {"Organisations"}, {"Dernière connexion"}, {"État"}},
                      .rows = std::move(rows)}),
      ui::pager({.previous = query.after ? std::optional(same) : std::nullopt,
                 .next = page.more ? std::optional(same.query("apres", page.lines.back().account.id)) : std::nullopt}));
}

Markup suspension(const visit::Visit& visit, AccountId id, const ui::FormState& state) {
  return ui::form(
      {.action = suspension_url(id),
       .csrf_token = visit::csrf_token(visit),
       .submit = "Suspendre ce compte",
       .icon = ui::Icon::ban,
       .look = ui::Look::danger,
       .errors = state.errors()},
      fragment(p("La personne ne pourra plus se connecter ; ses sessions ouvertes se ferment tout de suite."),
               ui::text_field(ui::Field{.name = "reason", .label = "Motif de la suspension"}.with(state))));
}

Markup reactivation(const visit::Visit& visit, AccountId id) {
  return ui::action_button({.label = "Réactiver ce compte",
                            .url = reactivation_url(id),
                            .look = ui::Look::primary,
                            .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                             .question = "Réactiver ce compte ?",
                                             .consequence = "La personne pourra se connecter à nouveau."}});
}

Markup state_card(const visit::Visit& visit, const Account& account, const ui::FormState& state) {
  const bool active = account.status == Status::active;
  return ui::card({.title = active ? "Suspendre" : "Réactiver", .icon = ui::Icon::shield},
                  active ? suspension(visit, account.id, state) : reactivation(visit, account.id));
}

ui::Action requirement(const visit::Visit& visit, AccountId id, const SecondFactor& factor) {
  const bool required = factor.required_since.has_value();
  return {.label = required ? "Ne plus l’exiger" : "L’exiger de ce compte",
          .url = second_factor_url_of(id),
          .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                           .question = required ? "" : "Exiger la double authentification de cette personne ?",
                           .consequence = "Elle devra l’activer avant toute autre chose, dès sa prochaine page.",
                           .fields = {{"exigee", required ? "non" : "oui"}}}};
}

Markup reset(const visit::Visit& visit, AccountId id, const ui::FormState& state) {
  return ui::disclosure(
      "Réinitialiser", state.form() == reset_url(id).text() ? ui::Fold::open : ui::Fold::closed,
      ui::form({.action = reset_url(id),
                .csrf_token = visit::csrf_token(visit),
                .submit = "Réinitialiser la double authentification",
                .look = ui::Look::danger,
                .errors = state.errors()},
               fragment(p("Pour qui a perdu son téléphone et ses codes de secours, après avoir vérifié son identité. "
                          "Ses sessions se ferment ; un e-mail le prévient."),
                        ui::text_field(ui::Field{.name = "reason",
                                                 .label = "Motif de la réinitialisation",
                                                 .form = std::string(reset_url(id).text())}
                                           .with(state)))));
}

Markup second_factor_card(const visit::Visit& visit, AccountId id, const SecondFactor& factor,
                          const ui::FormState& state) {
  const Markup known = ui::facts({{"Activée", factor.since ? ui::Value(*factor.since) : ui::Value("non")},
                                  {"Exigée depuis", factor.required_since}});
  const bool own = id == visit.actor().account;
  return ui::card({.title = "Double authentification", .icon = ui::Icon::key},
                  fragment(known, own ? Markup{} : ui::actions_row({requirement(visit, id, factor)}),
                           own || !factor.since ? Markup{} : reset(visit, id, state)));
}

Markup returned_notice(const std::optional<messages::ReturnedAddress>& returned) {
  if (!returned) return {};
  const std::string said = returned->words.empty() ? std::string("un administrateur l’a noté")
                                                   : "réponse reçue : « " + returned->words + " »";
  return ui::notice(
      {.tone = ui::Tone::bad,
       .title = "Cette adresse ne reçoit pas nos e-mails",
       .text = "Un courriel en est revenu le " + base::french::instant_medium(returned->since) + " (" + said +
               "). La personne le lit sur ses pages, et peut confirmer son adresse ou en changer. "
               "Renvoyer un de ses messages remet l’adresse à l’essai."},
      ui::actions_row({{.label = "Voir les messages non aboutis",
                        .url = Url("/administration/messages").query("suivi", "echec")}}));
}

web::Response draw(visit::Visit& visit, AccountId id, const ui::FormState& state, int status) {
  std::vector<Membership> memberships;
  SecondFactor factor;
  std::optional<messages::ReturnedAddress> returned;
  const auto found = visit.platform.database.read([&](db::Transaction& tx) {
    memberships = memberships_of(tx, id);
    factor = second_factor_of(tx, id);
    returned = messages::returned_of(tx, id);
    return account(tx, id);
  });
  if (!found) return visit::not_found(visit);
  const Markup known = ui::facts({{"Adresse e-mail", ui::Value::mail(found->email.text())},
                                  {"Téléphone", found->phone ? ui::Value(found->phone->national()) : ui::Value()},
                                  {"Organisations", organisations_text(memberships)},
                                  {"Compte ouvert", found->created},
                                  {"Dernière connexion", found->last_sign_in}});
  const bool own = id == visit.actor().account;
  return visit::page(
      visit,
      {.title = found->name,
       .body = fragment(
           ui::page_header({.title = found->name, .crumbs = {{"Comptes", list_url}}, .status = badge(found->status)}),
           ui::stack({returned_notice(returned), ui::card({.title = "Personne", .icon = ui::Icon::user}, known),
                      second_factor_card(visit, id, factor, state),
                      own ? Markup{} : state_card(visit, *found, state.form().empty() ? state : ui::FormState{})})),
       .status = status});
}

}  // namespace

ui::Badge badge(Status status) {
  const bool active = status == Status::active;
  return {std::string(label(status)), active ? ui::Tone::good : ui::Tone::bad,
          active ? ui::Icon::circle_check : ui::Icon::ban};
}

web::Response list_accounts(visit::Visit& visit) {
  const web::Fields& asked = visit.request.query;
  const AccountQuery query{.search = base::squeeze(asked.get("q")),
                           .after = visit::typed_id<AccountId>(asked.get("apres"))};
  const AccountPage page = visit.platform.database.read([&](db::Transaction& tx) { return find_accounts(tx, query); });
  const ui::FilterBar search{.action = list_url,
                             .search_placeholder = "Nom ou adresse e-mail",
                             .search_text = query.search,
                             .cleared = list_url};
  return visit::page(
      visit, {.title = "Comptes",
              .body = fragment(ui::page_header({.title = "Comptes"}), ui::filter_bar(search), table_of(page, query)),
              .width = ui::Frame::Width::full});
}

web::Response show_account(visit::Visit& visit) { return draw(visit, AccountId{visit.id()}, {}, 200); }

web::Response post_suspension(visit::Visit& visit) {
  const AccountId id{visit.id()};
  const auto suspended = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return suspend_account(act, visit.actor(), id, visit.request.form.get("reason"));
  });
  if (suspended) return visit::see_other(visit, account_url(id), {ui::Tone::good, "Le compte est suspendu."});
  if (!suspended.refused_as(missing_reason)) return visit::refused(visit, suspended.refusals());
  return draw(visit, id, visit::form_state(visit, suspended.refusals()), 422);
}

web::Response post_required_second_factor(visit::Visit& visit) {
  const AccountId id{visit.id()};
  const Required required = visit.request.form.get("exigee") == "non" ? Required::no : Required::yes;
  const auto changed = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return require_second_factor(act, visit.actor(), id, required); });
  if (!changed) return visit::refused(visit, changed.refusals());
  return visit::see_other(visit, account_url(id),
                          {ui::Tone::good, required == Required::yes ? "La double authentification est exigée."
                                                                     : "La double authentification est facultative."});
}

web::Response post_second_factor_reset(visit::Visit& visit) {
  const AccountId id{visit.id()};
  const auto reset = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return reset_second_factor(act, visit.actor(), id, visit.request.form.get("reason"));
  });
  if (reset)
    return visit::see_other(visit, account_url(id), {ui::Tone::good, "La double authentification est réinitialisée."});
  if (!reset.refused_as(missing_reset_reason)) return visit::refused(visit, reset.refusals());
  const auto plain = visit::form_state(visit, reset.refusals());
  return draw(visit, id, {visit.request.form.pairs(), plain.errors(), visit.request.path}, 422);
}

web::Response post_reactivation(visit::Visit& visit) {
  const AccountId id{visit.id()};
  const auto reactivated = visit.platform.act(
      visit.author(), [&](platform::Act& act) { return reactivate_account(act, visit.actor(), id); });
  if (!reactivated) return visit::refused(visit, reactivated.refusals());
  return visit::see_other(visit, account_url(id), {ui::Tone::good, "Le compte est réactivé."});
}

}  // namespace identity
