// The underwriter's grid: one row a buyer, by keyboard, saved in parts; the broker's own people may fill it for him.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/submission_words.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/placement/placement.hpp"
#include "desks/credit/placement/placement_words.hpp"
#include "desks/credit/portfolio/buyer.hpp"
#include "floor/identity/names.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace credit::blind_test {
namespace {

namespace html = web::html;
using html::Markup;
using html::Url;

constexpr int rows_a_page = 100;  // four fields a row: well below what one form may hold

struct GridView {
  Submission submission;
  BlindTest test;
  std::string asker;   // the broker, for the underwriter
  std::string client;  // named tests, and the broker himself; empty otherwise
  std::vector<TestLine> lines;
  std::vector<KeptAnswer> answers;
  bool underwriter;
  bool may_answer;
  int page;

  int pages() const { return static_cast<int>((test.buyers + rows_a_page - 1) / rows_a_page); }
  const KeptAnswer* answer(int line) const {
    for (const auto& each : answers)
      if (each.line == line) return &each;
    return nullptr;
  }
  Url at() const {
    return underwriter ? Url::path("/souscription/{}", submission.id)
                       : Url::path("/credit/soumissions/{}", submission.id);
  }
  Url at(std::string_view act) const {
    return underwriter ? Url::path("/souscription/{}/{}", submission.id, act)
                       : Url::path("/credit/soumissions/{}/{}", submission.id, act);
  }
};

std::optional<GridView> load(visit::Visit& visit) {
  const auto& actor = visit.actor();
  const int page = std::max<int>(1, static_cast<int>(visit::id_from_text(visit.request.query.get("page"))));
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<GridView> {
    auto submission = find(tx, SubmissionId{visit.id()}, actor);
    if (!submission) return std::nullopt;
    GridView view{.submission = *std::move(submission),
                  .test = {},
                  .asker = {},
                  .client = {},
                  .lines = {},
                  .answers = {},
                  .underwriter = visit.request.path.starts_with("/souscription"),
                  .may_answer = false,
                  .page = page};
    view.test = find(tx, view.submission.test).value();
    view.page = std::min(view.page, view.pages());
    const Window window{(view.page - 1) * rows_a_page + 1, view.page * rows_a_page};
    view.lines = lines_of(tx, view.test.id, window);
    view.answers = answers_of(tx, view.submission.id, window);
    view.may_answer = !view.test.closed_at && identity::at_least(actor.role, identity::Role::member);
    view.asker = identity::Names(tx, {view.test.broker}).of(view.test.broker);
    // C5: an underwriter learns the client's name of a named test only.
    if (!view.underwriter || view.test.naming == Naming::named)
      view.client = placement::find(tx, view.test.placement).value().company.name;
    return view;
  });
}

constexpr std::pair<std::string_view, std::string_view> choices[] = {
    {"approved", "Accord total"}, {"partly_approved", "Accord partiel"},      {"conditional", "Sous condition"},
    {"refused", "Refus"},         {"insolvency_only", "Insolvabilité seule"}, {"pending", "À l’étude"},
};

std::string_view choice_of(const KeptAnswer* answer) {
  if (answer == nullptr) return {};
  if (answer->scope == Scope::insolvency_only) return "insolvency_only";
  return to_text(answer->kind);
}

std::string amount_of(const KeptAnswer* answer) {
  if (answer == nullptr || answer->amount.cents == 0) return {};
  const std::string text = base::french::euros(answer->amount);
  return text.substr(0, text.find("\u00a0€"));
}

Markup answer_cells(const GridView& view, const TestLine& line, const web::ui::FormState& state) {
  const std::string number = std::to_string(line.line);
  const KeptAnswer* answer = view.answer(line.line);
  const std::string chosen = state.value("k_" + number, choice_of(answer));
  Markup options = html::option(html::value(""), "—");
  for (const auto& [text, label] : choices)
    options += html::option(html::value(text), html::selected_if(chosen == text), label);
  std::string error;
  for (const auto* prefix : {"k_", "a_", "c_"})
    if (error.empty()) error = state.error(prefix + number);
  const auto wrong = html::when(!error.empty(), [] { return html::aria("invalid", "true"); });
  return html::td(
             html::cls("grid-answer"), html::data("label", "Réponse"),
             html::select(html::cls("form-select form-select-sm"), html::name("k_" + number),
                          html::id("champ-k_" + number), html::aria("label", "Réponse, " + line.name), wrong, options),
             error.empty() ? Markup() : html::p(html::cls("field-error"), error)) +
         html::td(
             html::data("label", "Montant accordé"),
             html::input(html::cls("form-control form-control-sm end num"), html::type("text"),
                         html::attr("inputmode", "decimal"), html::name("a_" + number), html::id("champ-a_" + number),
                         html::value(state.value("a_" + number, amount_of(answer))),
                         html::aria("label", "Montant accordé, " + line.name), html::attr("autocomplete", "off"))) +
         html::td(html::data("label", "Condition"),
                  html::input(html::cls("form-control form-control-sm"), html::type("text"), html::name("c_" + number),
                              html::id("champ-c_" + number),
                              html::value(state.value("c_" + number, answer ? answer->conditions : std::string())),
                              html::aria("label", "Condition, " + line.name), html::attr("autocomplete", "off")),
                  html::input(html::type("hidden"), html::name("r_" + number),
                              html::value(std::to_string(answer ? answer->revision : 0))));
}

Markup read_cells(const TestLine& line, const KeptAnswer* answer, base::Day today) {
  const auto present = answer ? std::optional<Answer>(*answer) : std::nullopt;
  return html::td(html::data("label", "Réponse"), label(state_of(present, line.asked, today))) +
         html::td(html::cls("end num"), html::data("label", "Montant accordé"),
                  answer ? placement::rounded_euros(answer->amount) : "—") +
         html::td(html::data("label", "Condition"), answer ? answer->conditions : "");
}

Markup grid(const GridView& view, const web::ui::FormState& state, base::Day today) {
  Markup rows;
  for (const TestLine& line : view.lines)
    rows += html::tr(
        html::th(html::attr("scope", "row"), line.name,
                 html::small(html::cls("quiet"), line.identifier, " · ", portfolio::country_name(line.country))),
        html::td(html::cls("end num"), html::data("label", "Demandé"), placement::rounded_euros(line.asked)),
        html::td(html::cls("end num"), html::data("label", "Délai"), std::to_string(line.terms_days) + "\u00a0j"),
        view.may_answer ? answer_cells(view, line, state) : read_cells(line, view.answer(line.line), today));
  const auto head = [](std::string_view text, std::string_view align) {
    return html::th(html::attr("scope", "col"), html::cls(align), text);
  };
  return html::div(
      html::cls("table-wrap answer-grid"), html::attr("tabindex", 0), html::role("region"),
      html::aria("label", "Acheteurs et réponses"),
      html::table(html::cls("table"), html::caption(html::cls("visually-hidden"), "Acheteurs et réponses"),
                  html::thead(html::tr(head("Acheteur", ""), head("Demandé", "end"), head("Délai", "end"),
                                       head("Réponse", ""), head("Montant accordé", "end"), head("Condition", ""))),
                  html::tbody(rows)));
}

Markup pages_row(const GridView& view) {
  if (view.pages() <= 1) return {};
  web::ui::Pager pager{.previous = {},
                       .next = {},
                       .summary = "Page " + std::to_string(view.page) + " sur " + std::to_string(view.pages()) +
                                  " : enregistrez avant d’en changer."};
  if (view.page > 1) pager.previous = view.at().query("page", view.page - 1);
  if (view.page < view.pages()) pager.next = view.at().query("page", view.page + 1);
  return web::ui::pager(pager);
}

web::ui::PageHeader header_of(const GridView& view, base::Instant now, const std::string& csrf) {
  web::ui::PageHeader header{.title = view.client.empty() ? "Test à blanc" : view.client,
                             .reference = view.test.code,
                             .status = standing(view.submission, view.test.buyers, now)};
  if (view.underwriter) {
    header.crumbs = {{"Tests à blanc", Url("/souscription")}};
    header.lead = view.asker + " demande combien vous couvrez sur chaque acheteur.";
    if (!view.test.note.empty()) header.lead += " « " + view.test.note + " »";
  } else {
    header.crumbs = {{"Dossiers", Url("/credit")},
                     {view.client, Url::path("/credit/dossiers/{}/matrice", view.submission.placement)}};
    header.title = "Réponses de " + view.submission.insurer_name;
    header.lead = "Reçues par e-mail ou par téléphone : saisissez-les ici pour lui.";
  }
  if (view.underwriter && view.may_answer && !view.submission.seen_at && !view.submission.over())
    header.others.push_back(
        {.label = "Accuser réception", .url = view.at("ouverture"), .post = web::ui::Post{.csrf_token = csrf}});
  if (!view.test.closed_at && !view.submission.over())
    header.awaiting = web::ui::Awaiting{.who = view.underwriter ? "Vous" : view.submission.insurer_name,
                                        .due = placement::due_of(view.test.due_at, now)};
  return header;
}

Markup closed_notice(const GridView& view) {
  if (!view.test.closed_at) return {};
  return web::ui::notice({web::ui::Tone::warn, "Ce test à blanc est clos",
                          "Depuis le " + base::french::instant_medium(*view.test.closed_at) +
                              ". Les réponses ne peuvent plus être changées ; pour une précision, contactez " +
                              view.asker + "."});
}

Markup decline_form(const GridView& view, const std::string& csrf) {
  if (!view.may_answer || view.submission.over()) return {};
  return web::ui::disclosure(
      "Décliner ce test", web::ui::Fold::closed,
      web::ui::form(
          {.action = view.at("refus"), .csrf_token = csrf, .submit = "Décliner", .look = web::ui::Look::secondary},
          web::ui::text_field({.name = "reason", .label = "Pourquoi", .hint = "Lu par le courtier."})));
}

web::Response draw(visit::Visit& visit, const GridView& view, const web::ui::FormState& state, int status) {
  const auto today = base::paris::day_of(visit.now);
  const std::string csrf = visit::csrf_token(visit);
  Markup body = web::ui::page_header(header_of(view, visit.now, csrf)) + closed_notice(view);
  Markup table = grid(view, state, today);
  if (view.may_answer) {
    Markup fields = web::ui::hidden_field("first", std::to_string(view.lines.front().line)) +
                    web::ui::hidden_field("last", std::to_string(view.lines.back().line)) +
                    web::ui::date_field(web::ui::Field{.name = "valid_until",
                                                       .label = "Réponses valables jusqu’au",
                                                       .value = (today + answer_validity.value()).iso(),
                                                       .width = web::ui::FieldWidth::short_text}
                                            .with(state)) +
                    table;
    body += web::ui::form({.action = view.at("reponses").query("page", view.page),
                           .csrf_token = csrf,
                           .submit = "Enregistrer les réponses",
                           .errors = state.errors()},
                          fields);
  } else {
    body += table;
  }
  body += pages_row(view) + decline_form(view, csrf);
  return visit::page(
      visit,
      {.title = view.test.code, .body = std::move(body), .status = status, .width = web::ui::Frame::Width::full});
}

}  // namespace

web::Response show_grid(visit::Visit& visit) {
  const auto view = load(visit);
  if (!view) return visit::not_found(visit);
  return draw(visit, *view, {}, 200);
}

web::Response post_answers(visit::Visit& visit) {
  const auto saved = save_answers(visit.platform, visit.actor(), SubmissionId{visit.id()}, visit.request.form);
  if (!saved) return visit::refused(visit, saved.refusals());
  const auto view = load(visit);
  if (!saved->problems.empty()) return draw(visit, *view, visit::form_state(visit, saved->problems), 422);
  return visit::see_other(
      visit, view->at().query("page", view->page),
      {web::ui::Tone::good,
       saved->kept == 0 ? "Rien n’a changé."
                        : base::french::plural(saved->kept, "réponse enregistrée", "réponses enregistrées") + "."});
}

web::Response post_opening(visit::Visit& visit) {
  if (!load(visit)) return visit::not_found(visit);
  note_seen(visit.platform, visit.actor(), SubmissionId{visit.id()});
  return visit::see_other(visit, load(visit)->at(), {web::ui::Tone::good, "Le courtier sait que vous l’avez reçu."});
}

web::Response post_decline(visit::Visit& visit) {
  const auto declined =
      decline(visit.platform, visit.actor(), SubmissionId{visit.id()}, visit.request.form.get("reason"));
  if (!declined) return visit::refused(visit, declined.refusals());
  return visit::see_other(visit, load(visit)->at(), {web::ui::Tone::good, "Votre refus est transmis."});
}

web::Response show_received(visit::Visit& visit) {
  const auto received =
      visit.platform.database.read([&](db::Transaction& tx) { return received_by(tx, visit.actor().organisation); });
  web::ui::Table table{.caption = "Tests à blanc reçus",
                       .columns = {{.label = "Test"},
                                   {.label = "Acheteurs"},
                                   {.label = "Reçu le"},
                                   {.label = "Échéance"},
                                   {.label = "État"}},
                       .rows = {}};
  for (const auto& each : received) {
    const bool awaited = !each.closed && !each.submission.over();
    table.rows.push_back(
        {.url = Url::path("/souscription/{}", each.submission.id),
         .cells = {web::ui::Value(each.code), web::ui::Value::number(each.buyers),
                   web::ui::Value(each.submission.sent_at),
                   awaited ? web::ui::Value(placement::due_of(each.due_at, visit.now)) : web::ui::Value(),
                   each.closed ? web::ui::Badge{"Clos", web::ui::Tone::mute, web::ui::Icon::lock}
                               : standing(each.submission, each.buyers, visit.now)},
         .fresh = awaited && !each.submission.seen_at});
  }
  Markup body = web::ui::page_header(
      {.title = "Tests à blanc", .lead = "Les listes d’acheteurs que des courtiers vous soumettent."});
  body += received.empty() ? web::ui::empty_state({.title = "Aucun test à blanc",
                                                   .text = "Ils arrivent ici dès qu’un courtier vous en soumet un."})
                           : web::ui::data_table(table);
  return visit::page(visit, {.title = "Tests à blanc", .body = std::move(body)});
}

}  // namespace credit::blind_test
