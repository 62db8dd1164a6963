// GET and POST /credit/dossiers/{}/test: whom to ask, until when; anonymous unless said otherwise. Asked again, the
// insurers of the last test and its buyers are there already (C8.asked_again).
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/asked_amounts.hpp"
#include "desks/credit/blind_test/asked_list.hpp"
#include "desks/credit/blind_test/asked_list_view.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/insurer/insurer.hpp"
#include "desks/credit/placement/placement_steps.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "floor/tables/problems_card.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/working.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;
using web::ui::Field;

struct LaunchView {
  placement::Placement placement;
  std::vector<insurer::Insurer> insurers;
  std::vector<std::string> emails;  // of each, as last used
  std::int64_t unidentified;
  std::vector<std::string> unidentified_names;  // the first of them
  std::vector<std::string> asked_before = {};   // by the last test, when there is one
  std::vector<TestLine> known = {};             // the buyers that may be asked of again

  bool again() const { return !asked_before.empty(); }
};

constexpr int names_told = 5;

std::optional<LaunchView> load(visit::Visit& visit) {
  const PlacementId id{visit.id()};
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<LaunchView> {
    auto placement = placement::find(tx, id, visit.actor());
    if (!placement) return std::nullopt;
    LaunchView view{*std::move(placement),
                    {},
                    {},
                    portfolio::without_identifier(tx, id),
                    portfolio::names_without_identifier(tx, id, names_told)};
    if (const auto last = latest_of(tx, id)) {
      for (const auto& submission : submissions_of(tx, last->id)) view.asked_before.push_back(submission.insurer);
      view.known = buyers_to_ask(tx, id);
    }
    const auto used = last_emails(tx, visit.actor().organisation);
    for (auto& insurer : insurer::insurers(tx)) {
      if (!insurer.active) continue;
      const auto last = used.find(insurer.slug);
      view.emails.push_back(last == used.end() ? insurer.email : last->second);
      view.insurers.push_back(std::move(insurer));
    }
    return view;
  });
}

Markup insurer_row(const insurer::Insurer& insurer, const std::string& email, const web::ui::FormState& state,
                   bool chosen) {
  const std::string id = "insurer_" + insurer.slug;
  const std::string hint = insurer.space ? "Répond dans son espace Mandat." : "";
  return html::li(html::cls("insurer-choice"),
                  html::div(html::cls("choice"),
                            html::input(html::cls("form-check-input"), html::type("checkbox"), html::name("insurer"),
                                        html::id(id), html::value(insurer.slug), html::checked_if(chosen)),
                            html::label(html::for_(id), insurer.name)),
                  web::ui::email_field(Field{.name = "email_" + insurer.slug,
                                             .label = "E-mail de l’arbitre",
                                             .value = email,
                                             .hint = hint,
                                             .need = insurer.space ? Field::Need::optional : Field::Need::required,
                                             .autocomplete = "off"}
                                           .with(state)));
}

Markup insurers_field(const LaunchView& view, const web::ui::FormState& state) {
  const bool anew = state.errors().empty() && state.value("choix").empty();
  const auto typed = state.values("insurer");
  Markup rows;
  for (std::size_t i = 0; i < view.insurers.size(); ++i) {
    const auto& insurer = view.insurers[i];
    const auto in = [&](const std::vector<std::string>& slugs) {
      return std::find(slugs.begin(), slugs.end(), insurer.slug) != slugs.end();
    };
    const bool proposed = view.again() ? in(view.asked_before) : !view.emails[i].empty();
    const bool chosen = in(typed) || (anew && proposed);
    rows += insurer_row(insurer, view.emails[i], state, chosen);
  }
  const std::string error = state.error("insurer");
  Markup below;
  if (!error.empty()) below = html::div(html::cls("field-error"), html::id("champ-insurer"), error);
  return web::ui::field_group("À qui demander", "Chacun reçoit sa propre copie et ne voit pas les autres.",
                              html::ul(html::cls("insurer-choices"), rows) + below);
}

Markup left_out(const LaunchView& view) {
  if (view.unidentified == 0) return {};
  std::string names;
  for (const auto& name : view.unidentified_names) names += (names.empty() ? "" : ", ") + name;
  return web::ui::notice(
      {web::ui::Tone::warn,
       base::french::plural(view.unidentified, "acheteur reste", "acheteurs restent") + " hors du test",
       "Sans SIREN ni numéro de registre, un assureur ne les reconnaît pas : " + names +
           (view.unidentified > names_told ? "…" : ".")},
      web::ui::actions_row({{.label = "Saisir les identifiants",
                             .url = Url::path("/credit/dossiers/{}/risques", view.placement.id)
                                        .query("sans", "identifiant")
                                        .fragment("acheteurs"),
                             .look = web::ui::Look::secondary}}));
}

// What was typed, with the errors that go with it; and what is wrong with its list of amounts.
struct Typed {
  web::Fields form = {};
  web::ui::FormState state = {};
  tables::Problems problems = {};
};

web::Response form_page(visit::Visit& visit, const LaunchView& view, const Typed& typed, int status) {
  const web::ui::FormState& state = typed.state;
  const Url url = Url::path("/credit/dossiers/{}/test", view.placement.id);
  const Url file = Url::path("/credit/dossiers/{}", view.placement.id);
  const auto due = base::paris::day_of(visit.now) + days_to_answer.value();
  const Markup fields =
      insurers_field(view, state) + (view.again() ? asked_list(view.known, typed.form, state) : Markup()) +
      web::ui::field_group(
          "La demande", "",
          web::ui::date_field(Field{.name = "due",
                                    .label = "Réponse attendue le",
                                    .value = due.iso(),
                                    .width = web::ui::FieldWidth::short_text}
                                  .with(state)) +
              web::ui::select_field(
                  Field{.name = "naming", .label = "Nom du client", .value = "anonymous"}.with(state),
                  {{"anonymous", "Caché : test anonyme"}, {"named", "Donné : le mandat de placement le permet"}}) +
              web::ui::text_area(Field{.name = "note",
                                       .label = "Mot pour les arbitres",
                                       .hint = "Lu par tous. Ni le nom du client, ni ce qui le ferait reconnaître.",
                                       .need = Field::Need::optional}
                                     .with(state),
                                 3));
  const std::string title = view.again() ? "Interroger à nouveau" : "Test à blanc";
  const std::string lead = base::french::plural(view.placement.buyers, "acheteur", "acheteurs") + ", " +
                           placement::rounded_euros(view.placement.exposure) +
                           " d’encours : combien chaque assureur en couvre-t-il ?";
  const Markup body =
      web::ui::page_header({.title = title,
                            .reference = view.placement.reference,
                            .lead = lead,
                            .crumbs = {{"Dossiers", Url("/credit")}, {view.placement.company.name, file}}}) +
      left_out(view) + tables::problems_card(visit, typed.problems) +
      web::ui::form({.action = url,
                     .csrf_token = visit::csrf_token(visit),
                     .submit = "Envoyer le test à blanc",
                     .icon = web::ui::Icon::send,
                     .other = web::ui::Action{.label = "Annuler", .url = file, .look = web::ui::Look::quiet},
                     .errors = state.errors(),
                     .content = view.again() ? web::ui::Form::Content::files : web::ui::Form::Content::text},
                    fields) +
      web::ui::working("Le test part chez chaque assureur… Une longue liste demande un moment.");
  return visit::page(visit, {.title = title, .body = body, .status = status, .width = web::ui::Frame::Width::reading});
}

Typed typed_of(const visit::Visit& visit, ListTaken taken, const base::Refusals& refusals) {
  web::ui::FormState state(taken.form.pairs(), visit::form_state(visit, refusals).errors());
  return {std::move(taken.form), std::move(state), std::move(taken.problems)};
}

std::string rows_text(const tables::Problems& problems) {
  return base::french::plural(static_cast<std::int64_t>(problems.rows), "ligne", "lignes");
}

}  // namespace

web::Response show_launch(visit::Visit& visit) {
  const auto view = load(visit);
  return view ? form_page(visit, *view, {}, 200) : visit::not_found(visit);
}

web::Response post_launch(visit::Visit& visit) {
  const auto view = load(visit);
  if (!view) return visit::not_found(visit);
  auto read = with_list(visit.request, view->known);
  if (!read)
    return form_page(visit, *view, typed_of(visit, {visit.request.form}, read.refusals()),
                     visit::status_of(read.refusal().code.kind));
  ListTaken taken = std::move(read).value();
  const auto act = visit.request.form.get("acte");  // empty: the test is to be sent
  if (act == "chercher") taken.form = with_found(taken.form, view->known);
  if (taken.problems.rows > 0) {
    const base::Refusals refusals{{rows_to_correct, std::string(list_field), {rows_text(taken.problems)}}};
    return form_page(visit, *view, typed_of(visit, std::move(taken), refusals), 422);
  }
  if (!act.empty()) return form_page(visit, *view, typed_of(visit, std::move(taken), {}), 200);
  const auto launched = launch(visit.platform, visit.actor(), PlacementId{visit.id()}, taken.form);
  if (launched)
    return visit::see_other(visit, Url::path("/credit/dossiers/{}/matrice", visit.id()),
                            {web::ui::Tone::good, "Le test à blanc est parti."});
  const auto kind = launched.refusal().code.kind;
  if (kind != base::RefusalKind::invalid && !launched.refused_as(list_moved))
    return visit::refused(visit, launched.refusals());
  const auto now = load(visit);  // the list as it has become
  return form_page(visit, now ? *now : *view, typed_of(visit, std::move(taken), launched.refusals()),
                   visit::status_of(kind));
}

web::Response post_close(visit::Visit& visit) {
  const auto closed = close_test(visit.platform, visit.actor(), PlacementId{visit.id()});
  if (!closed) return visit::refused(visit, closed.refusals());
  return visit::see_other(visit, Url::path("/credit/dossiers/{}/matrice", visit.id()),
                          {web::ui::Tone::good, "Le test est clos : les réponses ne bougent plus."});
}

}  // namespace credit::blind_test
