// Handlers on mandates: the broker's, the tradesman's, and the page behind the link of an SMS or a mail.
#pragma once

#include "floor/visit/route.hpp"

namespace works::mandate {

web::Response post_mandate(visit::Visit& visit);       // POST /travaux/lots/{}/mandat
web::Response post_withdrawal(visit::Visit& visit);    // POST /travaux/mandats/{}/retrait
web::Response post_new_quote(visit::Visit& visit);     // POST /travaux/mandats/{}/nouveau-devis
web::Response show_link(visit::Visit& visit);          // GET /m/{}
web::Response post_link(visit::Visit& visit);          // POST /m/{}
web::Response show_link_photo(visit::Visit& visit);    // GET /m/{}/photos/{}
web::Response show_jobs(visit::Visit& visit);          // GET /chantiers
web::Response show_job(visit::Visit& visit);           // GET /chantiers/{}
web::Response post_answer(visit::Visit& visit);        // POST /chantiers/{}/reponse
web::Response post_cancellation(visit::Visit& visit);  // POST /chantiers/{}/annulation

web::Response post_jobs_back(visit::Visit& visit);  // POST /chantiers/restitution
// Whether a firm may learn that this file changed: a claim that it holds, or held until a moment ago (P15.firm).
bool concerns_firm(db::Transaction& tx, const platform::FileRef& file, identity::OrganisationId firm,
                   base::Instant now);
web::Response list_changes(visit::Visit& visit);       // GET /chantiers/direct (P15)
web::Response job_changes(visit::Visit& visit);        // GET /chantiers/{}/direct
web::Response show_job_of_claim(visit::Visit& visit);  // GET /chantiers/dossiers/{}: leads to the firm's job of a claim

}  // namespace works::mandate
