#include "desks/works/closure/papers.hpp"

#include <algorithm>

#include "base/french.hpp"
#include "desks/works/file/document_words.hpp"
#include "desks/works/mandate/job_view.hpp"
#include "desks/works/mandate/mandate_actions.hpp"
#include "desks/works/works_rules.hpp"
#include "floor/audit/audit.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/card.hpp"

namespace works::closure {
namespace {

using base::Outcome;
using documents::Document;
using web::html::Markup;
using web::html::Url;
using web::ui::Field;

struct PaperField {
  std::string_view field, kind;
  documents::Accept accept;
};
constexpr PaperField paper_rows[] = {
    {"before_photos", paper_kind::before_photo, documents::Accept::image},
    {"after_photos", paper_kind::after_photo, documents::Accept::image},
    {"acceptance_report", paper_kind::acceptance_report, documents::Accept::pdf_or_image},
};

const PaperField* row_of(std::string_view field) {
  const auto row = std::find_if(std::begin(paper_rows), std::end(paper_rows),
                                [&](const PaperField& known) { return known.field == field; });
  return row == std::end(paper_rows) ? nullptr : row;
}

// What this firm has already brought to the lot.
std::vector<Document> brought(db::Transaction& tx, const mandate::Mandate& mandate) {
  auto all = documents::of_file(tx, file_of(mandate.claim));
  std::erase_if(all, [&](const Document& document) {
    return document.owner != mandate.tradesman || document.subject_id != mandate.lot.value || !is_paper(document);
  });
  return all;
}

bool stands_among(const std::vector<Document>& known, const Paper& paper) {
  return std::any_of(known.begin(), known.end(), [&](const Document& document) {
    return document.kind == paper.kind && document.sha256 == paper.file.sha256;
  });
}

bool stands_before(const std::vector<Paper>& papers, std::size_t index) {
  return std::any_of(papers.begin(), papers.begin() + static_cast<std::ptrdiff_t>(index), [&](const Paper& earlier) {
    return earlier.kind == papers[index].kind && earlier.file.sha256 == papers[index].file.sha256;
  });
}

}  // namespace

bool is_paper(const Document& document) {
  return document.subject_kind == lot_subject &&
         std::any_of(std::begin(paper_rows), std::end(paper_rows),
                     [&](const PaperField& row) { return row.kind == document.kind; });
}

Outcome<std::vector<Paper>> chosen_papers(visit::Visit& visit) {
  std::vector<Paper> papers;
  base::Refusals refusals;
  for (const auto& file : visit.request.files) {
    const auto* row = row_of(file.field);
    if (row == nullptr) continue;
    auto prepared = visit.platform.documents.prepare(visit.actor().organisation, file, row->accept);
    if (prepared)
      papers.push_back({std::move(prepared).value(), row->kind});
    else
      for (const auto& refusal : prepared.refusals()) refusals.push_back(refusal);
  }
  if (!refusals.empty()) return refusals;
  return papers;
}

Outcome<int> attach_papers(platform::Act& act, const mandate::Mandate& mandate, const std::vector<Paper>& papers) {
  const auto known = brought(act.tx, mandate);
  int added = 0;
  for (std::size_t i = 0; i < papers.size(); ++i) {
    if (stands_among(known, papers[i]) || stands_before(papers, i)) continue;
    documents::attach(act, papers[i].file,
                      {.owner = mandate.tradesman,
                       .file = file_of(mandate.claim),
                       .subject_kind = lot_subject,
                       .subject_id = mandate.lot.value,
                       .kind = papers[i].kind});
    ++added;
  }
  const int most = most_job_papers.value();
  if (static_cast<int>(known.size()) + added > most)
    return base::Refusal{too_many_papers, "before_photos", {std::to_string(most)}};
  if (added > 0)
    audit::record(act, {"works.papers.added",
                        file_of(mandate.claim),
                        {{"mandate", std::to_string(mandate.id.value)}, {"papers", std::to_string(added)}}});
  return added;
}

Outcome<int> add_papers(platform::Platform& platform, const identity::Actor& tradesman, MandateId id,
                        const std::vector<Paper>& papers) {
  return platform.act(platform::Author::of(tradesman), [&](platform::Act& act) -> Outcome<int> {
    const auto mandate = mandate::find(act.tx, id);
    if (!mandate || mandate->tradesman != tradesman.organisation) return mandate::unknown_mandate;
    if (!mandate::shows_contact_details(mandate->state)) return papers_not_awaited;
    return attach_papers(act, *mandate, papers);
  });
}

Markup paper_fields(const web::ui::FormState& state, const Url& form) {
  const std::string to(form.text());
  const web::ui::FileChoice photos{.accept = "image/jpeg,image/png,image/webp",
                                   .count = web::ui::FileChoice::Count::several};
  return web::ui::file_field(Field{.name = "before_photos",
                                   .label = "Photos avant travaux",
                                   .hint = "Plusieurs à la fois, 25 Mo au plus chacune.",
                                   .need = Field::Need::optional,
                                   .form = to}
                                 .with(state),
                             photos) +
         web::ui::file_field(
             Field{.name = "after_photos", .label = "Photos après travaux", .need = Field::Need::optional, .form = to}
                 .with(state),
             photos) +
         web::ui::file_field(Field{.name = "acceptance_report",
                                   .label = "Procès-verbal de réception",
                                   .hint = "Signé par l’assuré, en PDF ou en photo.",
                                   .need = Field::Need::optional,
                                   .form = to}
                                 .with(state),
                             {.accept = ".pdf,image/jpeg,image/png,image/webp"});
}

Markup papers_card(const mandate::JobView& job, const web::ui::FormState& state) {
  if (!mandate::shows_contact_details(job.mandate.state)) return {};
  std::vector<Document> papers;
  for (const auto& document : job.documents)
    if (document.owner == job.mandate.tradesman && is_paper(document)) papers.push_back(document);
  Markup body;
  if (!papers.empty()) body += file::document_lines(papers, "");
  if (job.may_act) {
    const Url to = Url::path("/chantiers/{}/pieces", job.mandate.id);
    const auto form = web::ui::form({.action = to,
                                     .csrf_token = job.csrf_token,
                                     .submit = "Ajouter ces pièces",
                                     .icon = web::ui::Icon::upload,
                                     .look = web::ui::Look::secondary,
                                     .content = web::ui::Form::Content::files},
                                    paper_fields(state, to));
    const bool wrong = state.form() == to.text() && !state.errors().empty();
    body += web::ui::disclosure("Ajouter des photos ou le procès-verbal",
                                papers.empty() || wrong ? web::ui::Fold::open : web::ui::Fold::closed, form);
  }
  if (body.empty()) return {};
  return web::ui::card({.title = "Photos et procès-verbal", .icon = web::ui::Icon::photo, .id = "pieces"}, body);
}

web::Response post_papers(visit::Visit& visit) {
  const MandateId id{visit.id()};
  const auto papers = chosen_papers(visit);
  if (!papers) return mandate::show_job_again(visit, papers.refusals());
  if (papers->empty()) return mandate::show_job_again(visit, {{papers_missing, "before_photos"}});
  const auto added = add_papers(visit.platform, visit.actor(), id, *papers);
  if (!added) return mandate::show_job_again(visit, added.refusals());
  const std::string said = *added == 0 ? std::string("Ces pièces étaient déjà au dossier.")
                                       : base::french::plural(*added, "pièce ajoutée", "pièces ajoutées") +
                                             " ; le courtier peut " + (*added == 1 ? "la" : "les") + " voir.";
  return visit::see_other(visit, Url::path("/chantiers/{}", id), {web::ui::Tone::good, said});
}

}  // namespace works::closure
