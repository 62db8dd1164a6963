// What a broker completes on a claim's page after the declaration (W10, W24): a form behind each card.
#pragma once

#include "desks/works/file/file_view.hpp"
#include "floor/visit/route.hpp"

namespace works::file {

// Nothing for who may not act.
web::html::Markup insured_form(const FileView& view);
web::html::Markup insurer_form(const FileView& view);
web::html::Markup documents_form(const FileView& view);

web::Response post_insured(visit::Visit& visit);    // POST /travaux/dossiers/{}/assure
web::Response post_insurer(visit::Visit& visit);    // POST /travaux/dossiers/{}/assureur
web::Response post_documents(visit::Visit& visit);  // POST /travaux/dossiers/{}/documents

}  // namespace works::file
