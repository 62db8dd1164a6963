// The pages of joining: the applicant's papers, by link or signed in, and the administrator's queue.
#pragma once

#include <span>
#include <vector>

#include "desks/works/admission/application.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "web/phrasebook.hpp"

namespace works::admission {

web::Response show_papers_link(visit::Visit& visit);  // GET /pieces/{}
web::Response post_papers_link(visit::Visit& visit);  // POST /pieces/{}
web::Response show_partnership(visit::Visit& visit);  // GET /partenariat
web::Response post_paper(visit::Visit& visit);        // POST /partenariat/pieces
web::Response post_departure(visit::Visit& visit);    // POST /partenariat/depart

web::Response show_queue(visit::Visit& visit);        // GET /administration/inscriptions
web::Response show_application(visit::Visit& visit);  // GET /administration/inscriptions/{}
web::Response post_validation(visit::Visit& visit);   // POST /administration/inscriptions/{}/validation
web::Response post_verdict(visit::Visit& visit);      // POST /administration/pieces/{}
web::Response show_checklist(visit::Visit& visit);    // GET /administration/pieces-demandees
web::Response post_checklist(visit::Visit& visit);    // POST /administration/pieces-demandees

std::span<const visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
std::vector<std::pair<std::string_view, std::string_view>> words();
visit::DocumentRule document_rule();
visit::FileKind file_kind();

// Shared by the link's page and the signed-in one: each paper with its state, and the way to send it.
web::ui::Badge badge(PaperState state);
struct PapersForm {
  web::html::Url action;
  std::string csrf_token;  // empty behind a link
};
web::html::Markup papers_cards(const std::vector<Item>& items, const PapersForm& form, const web::ui::FormState& state);
// The kind named by the form and its file, checked and stored; a refusal names the field "file".
base::Outcome<Upload> typed_upload(visit::Visit& visit, identity::OrganisationId owner);

}  // namespace works::admission
