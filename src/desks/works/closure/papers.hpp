// What the firm adds to its job from the phone (W25): photos before and after the works, the procès-verbal de
// réception; at any time while it holds the job, with the closure, or after it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.hpp"
#include "desks/works/mandate/mandate.hpp"
#include "floor/documents/documents.hpp"
#include "floor/platform/platform.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace works::closure {

inline constexpr base::RefusalCode papers_missing{base::RefusalKind::invalid, "works.papers.missing"};
inline constexpr base::RefusalCode too_many_papers{base::RefusalKind::conflict, "works.papers.too_many"};  // {0}: most
inline constexpr base::RefusalCode papers_not_awaited{base::RefusalKind::conflict, "works.papers.not_awaited"};

namespace paper_kind {  // of documents
inline constexpr std::string_view before_photo = "before_photo";
inline constexpr std::string_view after_photo = "after_photo";
inline constexpr std::string_view acceptance_report = "acceptance_report";
}  // namespace paper_kind

bool is_paper(const documents::Document& document);

struct Paper {
  documents::Prepared file;
  std::string_view kind;
};

// The files of the form's three fields, checked. All that is wrong is told, each beside its field; nothing chosen is
// no refusal.
base::Outcome<std::vector<Paper>> chosen_papers(visit::Visit& visit);

// Adds what is not there yet: the same file sent twice stands once. How many are new.
base::Outcome<int> add_papers(platform::Platform& platform, const identity::Actor& tradesman, MandateId mandate,
                              const std::vector<Paper>& papers);
// The same within an act that has checked who acts (the closure).
base::Outcome<int> attach_papers(platform::Act& act, const mandate::Mandate& mandate, const std::vector<Paper>& papers);

// The three fields. `form`: the address they are sent to, since a job's page has them in two forms.
web::html::Markup paper_fields(const web::ui::FormState& state, const web::html::Url& form);

web::Response post_papers(visit::Visit& visit);  // POST /chantiers/{}/pieces

}  // namespace works::closure
