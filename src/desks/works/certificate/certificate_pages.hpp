// Where the certificates of a job are shown, and where its firm tells when the works begin.
#pragma once

#include "desks/works/certificate/certificate.hpp"
#include "floor/visit/route.hpp"
#include "web/html/markup.hpp"
#include "web/ui/form.hpp"

namespace works {
struct FileView;
}
namespace works::lot {
struct Lot;
}
namespace works::mandate {
struct JobView;
}

namespace works::certificate {

inline constexpr std::string_view document_kind = "certificate";  // of the claim's documents

web::html::Markup lot_section(const FileView& view, const lot::Lot& lot);                    // on the claim's page
web::html::Markup start_card(const mandate::JobView& job, const web::ui::FormState& state);  // on the firm's
web::Response post_start(visit::Visit& visit);                                               // POST /chantiers/{}/debut

}  // namespace works::certificate
