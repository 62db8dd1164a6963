// The underwriter's grid: one row a buyer, by keyboard, saved in parts; the broker's own people may fill it for him.
#include <algorithm>

#include "base/french.hpp"
#include "desks/credit/blind_test/answers_file.hpp"
#include "desks/credit/blind_test/grid_view.hpp"
#include "desks/credit/blind_test/submission_words.hpp"
#include "desks/credit/blind_test/test_actions.hpp"
#include "desks/credit/blind_test/test_pages.hpp"
#include "desks/credit/insurer/insurer_words.hpp"
#include "desks/credit/placement/placement.hpp"
#include "floor/deadlines/deadline_view.hpp"
#include "floor/identity/names.hpp"
#include "floor/tables/problems_card.hpp"
#include "floor/tables/reading.hpp"
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

std::optional<GridView> load(visit::Visit& visit, const GridDoor& door) {
  const int page = std::max<int>(1, static_cast<int>(visit::id_from_text(visit.request.query.get("page"))));
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<GridView> {
    auto submission = find(tx, door.id, door.by);
    if (!submission) return std::nullopt;
    GridView view{.door = door,
                  .submission = *std::move(submission),
                  .test = {},
                  .asker = {},
                  .client = {},
                  .lines = {},
                  .answers = {},
                  .amended = {},
                  .may_answer = false,
                  .page = page};
    view.test = find(tx, view.submission.test).value();
    view.page = std::min(view.page, view.pages());
    const Window window{(view.page - 1) * rows_a_page + 1, view.page * rows_a_page};
    view.lines = lines_of(tx, view.test.id, window);
    view.answers = answers_of(tx, view.submission.id, window);
    view.amended = amended(tx, view.submission.id, window);
    view.may_answer = !view.test.closed_at && identity::at_least(door.by.actor.role, identity::Role::member);
    view.asker = identity::Names(tx, {view.test.broker}).of(view.test.broker);
    // C5: an underwriter learns the client's name of a named test only.
    if (!door.underwriter() || view.test.naming == Naming::named)
      view.client = placement::find(tx, view.test.placement).value().company.name;
    return view;
  });
}

// Within the form: who turns the page keeps what he typed on it. The first button of a form answers Enter, so the one
// that stays on the page comes first, unseen.
Markup turning(const GridView& view) {
  if (view.pages() <= 1) return {};
  const auto to = [](int page, std::string_view label) {
    return html::button(html::cls("btn btn-secondary"), html::type("submit"), html::name("vers"),
                        html::value(std::to_string(page)), label);
  };
  return html::div(
      html::cls("pager"),
      html::p(html::cls("quiet num"), "Page " + std::to_string(view.page) + " sur " + std::to_string(view.pages())),
      html::div(html::cls("actions"), view.page > 1 ? to(view.page - 1, "Enregistrer, page précédente") : Markup(),
                view.page < view.pages() ? to(view.page + 1, "Enregistrer, page suivante") : Markup()));
}
Markup staying() {
  return html::button(html::cls("visually-hidden"), html::type("submit"), html::attr("tabindex", -1),
                      html::aria("hidden", "true"), "Enregistrer les réponses");
}

Markup pages_row(const GridView& view) {
  if (view.pages() <= 1 || view.may_answer) return {};
  web::ui::Pager pager{.previous = {},
                       .next = {},
                       .summary = "Page " + std::to_string(view.page) + " sur " + std::to_string(view.pages())};
  if (view.page > 1) pager.previous = view.door.page().query("page", view.page - 1);
  if (view.page < view.pages()) pager.next = view.door.page().query("page", view.page + 1);
  return web::ui::pager(pager);
}

web::ui::PageHeader header_of(const GridView& view, base::Instant now, const std::string& csrf) {
  web::ui::PageHeader header{.title = view.client.empty() ? "Test à blanc" : view.client,
                             .reference = view.test.code,
                             .status = standing(view.submission, now)};
  if (view.door.underwriter()) {
    if (view.door.side == Side::space) header.crumbs = {{"Tests à blanc", Url("/souscription")}};
    header.lead = view.asker + " demande combien vous couvrez sur chaque acheteur.";
    if (!view.test.note.empty()) header.lead += " « " + view.test.note + " »";
  } else {
    header.crumbs = {{"Dossiers", Url("/credit")},
                     {view.client, Url::path("/credit/dossiers/{}/matrice", view.submission.placement)}};
    header.title = "Réponses " + of_insurer(view.submission.insurer_name);
    header.lead = "Reçues par e-mail ou par téléphone : saisissez-les ici pour lui.";
  }
  if (view.door.underwriter() && view.may_answer && !view.submission.seen_at && !view.submission.over())
    header.others.push_back(
        {.label = "Accuser réception", .url = view.door.at("ouverture"), .post = web::ui::Post{.csrf_token = csrf}});
  if (!view.test.closed_at && !view.submission.over())
    header.awaiting = web::ui::Awaiting{.who = view.door.underwriter() ? "Vous" : view.submission.insurer_name,
                                        .due = deadlines::due_of(view.submission.due_at, now)};
  return header;
}

Markup closed_notice(const GridView& view) {
  if (!view.test.closed_at) return {};
  return web::ui::notice({web::ui::Tone::warn, "Ce test à blanc est clos",
                          "Depuis le " + base::french::instant_medium(*view.test.closed_at) +
                              ". Les réponses ne peuvent plus être changées ; pour une précision, contactez " +
                              view.asker + "."});
}

Markup decline_form(const GridView& view, const web::ui::FormState& state, const std::string& csrf) {
  if (!view.may_answer || view.submission.over()) return {};
  return web::ui::disclosure(
      "Décliner ce test", state.error("reason").empty() ? web::ui::Fold::closed : web::ui::Fold::open,
      web::ui::form(
          {.action = view.door.at("refus"), .csrf_token = csrf, .submit = "Décliner", .look = web::ui::Look::secondary},
          web::ui::text_field(
              web::ui::Field{.name = "reason", .label = "Pourquoi", .hint = "Lu par le courtier."}.with(state))));
}

// The prepared workbook, out and back (C4).
Markup file_part(const GridView& view, const web::ui::FormState& state, const std::string& csrf) {
  const auto get = web::ui::Action{.label = "Télécharger le tableau Excel",
                                   .url = view.door.at("tableau.xlsx"),
                                   .look = web::ui::Look::secondary,
                                   .icon = web::ui::Icon::download};
  if (!view.may_answer) return web::ui::actions_row({get});
  const bool wrong = !state.error("file").empty();
  const Markup form = web::ui::form(
      {.action = view.door.at("tableau"),
       .csrf_token = csrf,
       .submit = "Déposer mes réponses",
       .icon = web::ui::Icon::upload,
       .look = web::ui::Look::secondary,
       .content = web::ui::Form::Content::files},
      web::ui::file_field(web::ui::Field{.name = "file",
                                         .label = "Tableau rempli",
                                         .error = state.error("file"),
                                         .hint = "Celui joint à l’e-mail ou téléchargé ici, ou le même en CSV."},
                          {.accept = ".xlsx,.csv"}));
  return web::ui::disclosure("Répondre par tableau Excel", wrong ? web::ui::Fold::open : web::ui::Fold::closed,
                             web::ui::actions_row({get}) + form);
}

// For the broker: where the underwriter's link went, another one, or none any more.
Markup link_part(const GridView& view, const web::ui::FormState& state, const std::string& csrf) {
  if (view.door.underwriter() || !view.may_answer) return {};
  const Url url = view.door.at("lien");
  Markup body;
  if (view.submission.link != 0)
    body += html::p(html::cls("quiet"), "Le lien est chez ", html::strong(view.submission.email), ".") +
            web::ui::actions_row({{.label = "Retirer le lien",
                                   .url = url,
                                   .look = web::ui::Look::quiet,
                                   .icon = web::ui::Icon::lock,
                                   .post = web::ui::Post{.csrf_token = csrf, .fields = {{"acte", "retirer"}}}}});
  body += web::ui::form(
      {.action = url, .csrf_token = csrf, .submit = "Envoyer un nouveau lien", .look = web::ui::Look::secondary},
      web::ui::email_field({.name = "email",
                            .label = "E-mail de l’arbitre",
                            .value = state.value("email", view.submission.email),
                            .error = state.error("email"),
                            .hint = view.submission.link != 0 ? "Le lien précédent ne s’ouvrira plus." : "",
                            .autocomplete = "off"}));
  return web::ui::disclosure("Lien de l’arbitre",
                             state.error("email").empty() ? web::ui::Fold::closed : web::ui::Fold::open, body);
}

web::Response draw(visit::Visit& visit, const GridView& view, const web::ui::FormState& state, int status,
                   const Markup& problems = {}) {
  const auto today = base::paris::day_of(visit.now);
  const std::string csrf = visit::csrf_token(visit);
  Markup body = web::ui::page_header(header_of(view, visit.now, csrf)) + closed_notice(view) + problems;
  Markup table = grid(view, state, today);
  if (view.may_answer) {
    Markup fields = staying() + web::ui::hidden_field("first", std::to_string(view.lines.front().line)) +
                    web::ui::hidden_field("last", std::to_string(view.lines.back().line)) +
                    web::ui::date_field(web::ui::Field{.name = "valid_until",
                                                       .label = "Réponses valables jusqu’au",
                                                       .value = (today + answer_validity.value()).iso(),
                                                       .width = web::ui::FieldWidth::short_text}
                                            .with(state)) +
                    table + turning(view);
    body += web::ui::form({.action = view.door.at("reponses").query("page", view.page),
                           .csrf_token = csrf,
                           .submit = "Enregistrer les réponses",
                           .errors = state.errors()},
                          fields);
  } else {
    body += table;
  }
  body += pages_row(view) +
          web::ui::stack({file_part(view, state, csrf), link_part(view, state, csrf), decline_form(view, state, csrf)});
  const visit::Page page{
      .title = view.test.code, .body = std::move(body), .status = status, .width = web::ui::Frame::Width::full};
  return view.door.side == Side::link_holder ? visit::plain_page(visit, page) : visit::page(visit, page);
}

}  // namespace

web::Response show_grid(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto view = load(visit, *arrival.door);
  if (!view) return visit::not_found(visit);
  return draw(visit, *view, {}, 200);
}

web::Response post_answers(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto& door = *arrival.door;
  const auto saved = save_answers(visit.platform, door.by, door.id, visit.request.form);
  if (!saved && !saved.refused_as(test_closed)) return visit::refused(visit, saved.refusals());
  const auto view = load(visit, door);
  if (!saved) return draw(visit, *view, {}, 409, late_answers(*view, visit.request.form));
  if (!saved->problems.empty()) return draw(visit, *view, visit::form_state(visit, saved->problems), 422);
  const auto turned = visit::id_from_text(visit.request.form.get("vers"));
  const int page = turned >= 1 && turned <= view->pages() ? static_cast<int>(turned) : view->page;
  return visit::see_other(
      visit, door.page().query("page", page),
      {web::ui::Tone::good,
       saved->kept == 0 ? "Rien n’a changé."
                        : base::french::plural(saved->kept, "réponse enregistrée", "réponses enregistrées") + "."});
}

web::Response show_answers_file(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  struct Read {
    BlindTest test;
    std::string file;
  };
  const auto read = visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Read> {
    const auto submission = find(tx, arrival.door->id, arrival.door->by);
    if (!submission) return std::nullopt;
    auto test = find(tx, submission->test).value();
    auto file = answers_file(test.code, lines_of(tx, test.id), answers_of(tx, submission->id));
    return Read{std::move(test), std::move(file)};
  });
  if (!read) return visit::not_found(visit);
  return tables::download(tables::Format::xlsx, read->test.code, read->file);
}

web::Response post_answers_file(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto& door = *arrival.door;
  const auto view = load(visit, door);
  if (!view) return visit::not_found(visit);
  const auto again = [&](const base::Refusals& refusals) {
    if (refusals.front().code.kind == base::RefusalKind::conflict) return visit::refused(visit, refusals);
    return draw(visit, *view, visit::form_state(visit, refusals), visit::status_of(refusals.front().code.kind));
  };
  if (visit.request.files.empty() || visit.request.files.front().size == 0)
    return again({base::Refusal{no_file, "file"}});
  const auto grid = tables::read_upload(visit.request.files.front());
  if (!grid) return again(grid.refusals());
  const auto filed = file_answers(visit.platform, door.by, door.id, *grid);
  if (!filed) return again(filed.refusals());
  const std::string said =
      filed->kept == 0 ? "Aucune réponse nouvelle."
                       : base::french::plural(filed->kept, "réponse enregistrée", "réponses enregistrées") + ".";
  if (filed->problems.count == 0) return visit::see_other(visit, door.page(), {web::ui::Tone::good, said});
  return draw(visit, *load(visit, door), {}, 422,
              web::ui::notice({web::ui::Tone::warn, said, "Les autres lignes sont à corriger dans votre tableau."}) +
                  tables::problems_card(visit, filed->problems));
}

web::Response post_link(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  const auto& door = *arrival.door;
  const bool withdraws = visit.request.form.get("acte") == "retirer";
  const auto done = withdraws ? withdraw_link(visit.platform, visit.actor(), door.id)
                              : send_again(visit.platform, visit.actor(), door.id, visit.request.form.get("email"));
  if (!done && done.refusal().code.kind == base::RefusalKind::invalid)
    return draw(visit, *load(visit, door), visit::form_state(visit, done.refusals()), 422);
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, door.page(),
                          {web::ui::Tone::good, withdraws ? "Le lien est retiré." : "Un nouveau lien est envoyé."});
}

web::Response post_opening(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  if (!load(visit, *arrival.door)) return visit::not_found(visit);
  note_seen(visit.platform, arrival.door->by, arrival.door->id);
  return visit::see_other(visit, arrival.door->page(), {web::ui::Tone::good, "Le courtier sait que vous l’avez reçu."});
}

web::Response post_decline(visit::Visit& visit) {
  const auto arrival = arrive(visit);
  if (!arrival.door) return arrival.otherwise;
  const auto declined = decline(visit.platform, arrival.door->by, arrival.door->id, visit.request.form.get("reason"));
  if (!declined && declined.refused_as(reason_missing))
    return draw(visit, *load(visit, *arrival.door), visit::form_state(visit, declined.refusals()), 422);
  if (!declined) return visit::refused(visit, declined.refusals());
  return visit::see_other(visit, arrival.door->page(), {web::ui::Tone::good, "Votre refus est transmis."});
}

}  // namespace credit::blind_test
