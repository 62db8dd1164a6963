// /parametres/membres: who works for the organisation, for its managers (P1.members).
#include <algorithm>

#include "base/french.hpp"
#include "floor/identity/memberships.hpp"
#include "floor/members/invitation.hpp"
#include "floor/members/pages.hpp"
#include "floor/messages/messages.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/page_header.hpp"

namespace members {
namespace {

namespace ui = web::ui;
using namespace web::html;
using identity::Colleague;
using identity::MembershipState;
using identity::Role;

constexpr Url page_url{"/parametres/membres"};
constexpr Role every_role[] = {Role::manager, Role::member, Role::reader};

std::optional<Role> typed_role(std::string_view typed) { return identity::role_from_text(typed); }

std::vector<ui::Option> role_options() {
  return {{"manager", "Responsable", "Agit, et gère les membres et les réglages."},
          {"member", "Membre", "Agit sur les dossiers."},
          {"reader", "Lecteur", "Lit, sans rien changer."}};
}

ui::Badge badge(const Colleague& one) {
  if (one.state == MembershipState::suspended) return {"Suspendu", ui::Tone::bad, ui::Icon::ban};
  if (one.state == MembershipState::asked) return {"Demande à rejoindre", ui::Tone::warn, ui::Icon::hourglass};
  if (!one.open) return {"Compte fermé ou en attente", ui::Tone::mute, ui::Icon::hourglass};
  return {std::string(label(one.role)), ui::Tone::good, ui::Icon::circle_check};
}

std::string when(const Colleague& one) {
  if (one.state == MembershipState::asked) return "depuis le " + base::french::instant_medium(one.since);
  return one.last_sign_in ? "connecté le " + base::french::instant_medium(*one.last_sign_in) : "jamais connecté";
}

// Its address names the colleague: the path of each act.
ui::Action act_of(const visit::Visit& visit, Url url, std::string label, ui::Look look) {
  return {.label = std::move(label),
          .url = std::move(url),
          .look = look,
          .post = ui::Post{.csrf_token = visit::csrf_token(visit)}};
}

Markup role_form(const visit::Visit& visit, const Colleague& one, const ui::FormState& typed) {
  const Url url = Url::path("/parametres/membres/{}/role", one.account);
  const std::string form(url.text());
  std::vector<ui::Option> roles;
  for (const Role role : every_role) roles.push_back({std::string(to_text(role)), std::string(label(role))});
  return ui::disclosure(
      "Changer le rôle", typed.form() == form ? ui::Fold::open : ui::Fold::closed,
      ui::form(
          {.action = url, .csrf_token = visit::csrf_token(visit), .submit = "Enregistrer", .look = ui::Look::secondary},
          ui::select_field(ui::Field{.name = "role",
                                     .label = "Rôle de " + one.name,
                                     .value = std::string(to_text(one.role)),
                                     .width = ui::FieldWidth::half,
                                     .form = form}
                               .with(typed),
                           roles)));
}

Markup acts(const visit::Visit& visit, const Colleague& one, const ui::FormState& typed) {
  std::vector<ui::Action> row;
  Markup forms;
  if (one.state == MembershipState::asked)
    row.push_back(
        act_of(visit, Url::path("/parametres/membres/{}/acceptation", one.account), "Accepter", ui::Look::primary));
  else
    forms = role_form(visit, one, typed);
  if (one.state == MembershipState::active)
    row.push_back(
        act_of(visit, Url::path("/parametres/membres/{}/suspension", one.account), "Suspendre", ui::Look::quiet));
  if (one.state == MembershipState::suspended)
    row.push_back(act_of(visit, Url::path("/parametres/membres/{}/retablissement", one.account), "Rétablir",
                         ui::Look::secondary));
  auto removal = act_of(visit, Url::path("/parametres/membres/{}/retrait", one.account),
                        one.state == MembershipState::asked ? "Refuser" : "Retirer", ui::Look::quiet);
  removal.post->question =
      one.state == MembershipState::asked ? "Refuser cette personne ?" : "Retirer cette personne ?";
  removal.post->consequence = "Elle n’a plus accès à votre organisation ; ce qu’elle a fait reste à l’historique.";
  row.push_back(std::move(removal));
  return forms + ui::actions_row(row);
}

bool manages(const Colleague& one) {
  return one.role == Role::manager && one.state == MembershipState::active && one.open;
}

// `managers`: how many the organisation has. The only one can be neither demoted nor removed (P1.last_manager).
Markup colleague_item(const visit::Visit& visit, const Colleague& one, std::ptrdiff_t managers,
                      const ui::FormState& typed) {
  const bool self = one.account == visit.actor().account;
  const bool needed = manages(one) && managers == 1 && typed.errors().empty();
  return li(cls("waiting-item"),
            p(cls("date-line"), strong(one.name, self ? " (vous)" : ""), ui::status_badge(badge(one)),
              span(cls("quiet"), when(one))),
            p(cls("quiet"), one.email),
            needed ? p(cls("quiet"), "Seul responsable : nommez-en un autre pour changer son rôle ou le retirer.")
                   : acts(visit, one, typed));
}

Markup invitation_item(const visit::Visit& visit, const Invitation& one) {
  return li(
      cls("waiting-item"),
      p(cls("date-line"), strong(one.name), ui::status_badge({"Invitation envoyée", ui::Tone::info, ui::Icon::mail}),
        span(cls("quiet"), "comme ", role_words(one.role), ", le ", base::french::instant_medium(one.at))),
      p(cls("quiet"), one.email),
      ui::actions_row({act_of(visit, Url::path("/parametres/invitations/{}/retrait", one.id), "Retirer l’invitation",
                              ui::Look::quiet)}));
}

Markup invitation_card(const visit::Visit& visit, const ui::FormState& typed) {
  const std::string form(page_url.text());
  const auto field = [&](ui::Field wanted) {
    wanted.form = form;
    return std::move(wanted).with(typed.form() == form ? typed : ui::FormState{});
  };
  const Markup fields =
      fragment(ui::text_field(field({.name = "name", .label = "Nom", .autocomplete = "off"})),
               ui::email_field(field({.name = "email",
                                      .label = "Adresse e-mail",
                                      .hint = "Un lien y part ; il sert une fois, pendant une semaine.",
                                      .autocomplete = "off"})),
               ui::radio_cards(field({.name = "role", .label = "Rôle"}), role_options()));
  return ui::card({.title = "Inviter une personne", .icon = ui::Icon::mail, .id = "inviter"},
                  ui::form({.action = page_url,
                            .csrf_token = visit::csrf_token(visit),
                            .submit = "Envoyer l’invitation",
                            .icon = ui::Icon::send},
                           fields));
}

web::Response draw(visit::Visit& visit, const ui::FormState& typed, int status) {
  const auto organisation = visit.actor().organisation;
  const auto [people, invited] = visit.platform.database.read([&](db::Transaction& tx) {
    return std::pair(identity::colleagues(tx, organisation), waiting(tx, organisation));
  });
  const auto managers = std::count_if(people.begin(), people.end(), manages);
  Markup list = ul(cls("waiting"),
                   each(people, [&](const Colleague& one) { return colleague_item(visit, one, managers, typed); }));
  std::vector<Markup> wide{ui::card({.title = "Personnes", .icon = ui::Icon::users, .id = "personnes"}, list)};
  if (!invited.empty())
    wide.push_back(ui::card(
        {.title = "Invitations en attente", .icon = ui::Icon::hourglass, .id = "invitations"},
        ul(cls("waiting"), each(invited, [&](const Invitation& one) { return invitation_item(visit, one); }))));
  if (!typed.errors().empty()) wide.insert(wide.begin(), ui::error_summary(typed));
  const Markup body = ui::page_header({.title = "Membres",
                                       .lead = "Qui travaille pour " + visit.actor().organisation_name + ".",
                                       .crumbs = {{"Paramètres", ui::settings_url}}}) +
                      ui::two_columns(ui::stack(wide), ui::stack({invitation_card(visit, typed)}));
  return visit::page(visit, {.title = "Membres", .body = body, .status = status});
}

web::Response answer(visit::Visit& visit, const base::Refusals& refusals) {
  if (refusals.front().code.kind == base::RefusalKind::not_found) return visit::not_found(visit);
  const auto plain = visit::form_state(visit, refusals);
  return draw(visit, {visit.request.form.pairs(), plain.errors(), visit.request.path},
              visit::status_of(refusals.front().code.kind));
}

// To the person it is about.
void write(platform::Act& act, identity::AccountId account, std::string subject, const std::string& text) {
  const auto found = identity::account(act.tx, account);
  MANDAT_ASSERT(found);
  messages::enqueue(act, {.channel = messages::Channel::mail,
                          .to = {.organisation = {}, .account = account, .address = found->email.text()},
                          .subject = std::move(subject),
                          .body = "Bonjour,\n\n" + text});
}

// An act on the colleague that the path names.
template <class F>
web::Response act_on(visit::Visit& visit, std::string_view told, F work) {
  const identity::AccountId account{visit.id()};
  const auto done = visit.platform.act(
      visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> { return work(act, account); });
  if (!done) return answer(visit, done.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, std::string(told)});
}

}  // namespace

web::Response show_members(visit::Visit& visit) { return draw(visit, {}, 200); }

web::Response post_invitation(visit::Visit& visit) {
  const auto& form = visit.request.form;
  const auto role = typed_role(form.get("role"));
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) -> base::Outcome<base::Done> {
    const auto sent =
        invite(act, visit.actor().organisation, {form.get("email"), form.get("name"), role.value_or(Role::reader)});
    base::Refusals refusals = sent ? base::Refusals{} : sent.refusals();
    if (!role) refusals.push_back({identity::role_missing, "role"});
    if (!refusals.empty()) return refusals;
    return base::Done{};
  });
  if (!done) return answer(visit, done.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, "L’invitation part par e-mail."});
}

web::Response post_withdrawal(visit::Visit& visit) {
  const auto done = visit.platform.act(visit.author(), [&](platform::Act& act) {
    return withdraw(act, visit.actor().organisation, InvitationId{visit.id()});
  });
  if (!done) return answer(visit, done.refusals());
  return visit::see_other(visit, page_url, {ui::Tone::good, "L’invitation est retirée : son lien ne sert plus."});
}

web::Response post_role(visit::Visit& visit) {
  const auto role = typed_role(visit.request.form.get("role"));
  return act_on(visit, "Le rôle est changé.",
                [&](platform::Act& act, identity::AccountId account) -> base::Outcome<base::Done> {
                  if (!identity::colleague(act.tx, visit.actor().organisation, account))
                    return identity::unknown_account;
                  if (!role) return base::Refusal{identity::role_missing, "role"};
                  return identity::change_role(act, visit.actor(), account, *role);
                });
}

web::Response post_suspension(visit::Visit& visit) {
  return act_on(visit, "L’accès est suspendu, et ses sessions sont fermées.",
                [&](platform::Act& act, identity::AccountId account) {
                  return identity::suspend_member(act, visit.actor(), account);
                });
}

web::Response post_reactivation(visit::Visit& visit) {
  return act_on(visit, "L’accès est rétabli.", [&](platform::Act& act, identity::AccountId account) {
    return identity::reactivate_member(act, visit.actor(), account);
  });
}

web::Response post_admission(visit::Visit& visit) {
  return act_on(visit, "La personne est acceptée : elle peut se connecter.",
                [&](platform::Act& act, identity::AccountId account) -> base::Outcome<base::Done> {
                  if (auto let = identity::let_in(act, visit.actor(), account); !let) return let;
                  write(act, account, "Votre accès est ouvert",
                        visit.actor().organisation_name +
                            " a accepté votre demande. Connectez-vous avec votre adresse e-mail et le mot de passe "
                            "choisi à l’inscription :\n" +
                            visit.platform.settings.public_url + "/connexion");
                  return base::Done{};
                });
}

web::Response post_removal(visit::Visit& visit) {
  return act_on(visit, "La personne est retirée.",
                [&](platform::Act& act, identity::AccountId account) -> base::Outcome<base::Done> {
                  const auto before = identity::membership_state(act.tx, visit.actor().organisation, account);
                  if (auto removed = identity::remove_member(act, visit.actor(), account); !removed) return removed;
                  const std::string& house = visit.actor().organisation_name;
                  if (before == MembershipState::asked)
                    write(act, account, "Votre demande n’a pas été acceptée",
                          "Un responsable de " + house + " n’a pas accepté votre demande de rejoindre son compte.");
                  else
                    write(act, account, "Votre accès est fermé",
                          "Un responsable de " + house + " a fermé votre accès à son compte.");
                  return base::Done{};
                });
}

}  // namespace members
