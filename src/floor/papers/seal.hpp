// A PDF sealed by the house: a signature that readers verify, and files that travel inside (ETSI EN 319 142-1, PAdES
// baseline B-B; pdfsig and Acrobat read it). What the seal says is that the bytes are those that left the house; who
// agreed to them stands in the document and in its evidence file.
#pragma once

#include <string>
#include <string_view>

#include "base/time.hpp"

namespace papers {

struct Seal {
  std::string key_pem;          // the private key, unencrypted: RSA or EC
  std::string certificate_pem;  // the signer's certificate first, then those that lead to its root
  std::string name;             // who seals, as readers show it
  std::string reason;           // "Police souscrite le 21 nov. 2026"
  std::string location = {};
  base::Instant at;
};

// The sealed file. The whole of it is covered but for the signature's own place. A file that was sealed before loses
// that seal: seal last, once. Throws std::runtime_error when the PDF, the key or the certificate cannot be used.
std::string seal(std::string_view pdf, const Seal& seal);

struct Attachment {
  std::string filename;     // "factur-x.xml"
  std::string media_type;   // "text/xml"
  std::string description;  // shown by readers
  std::string bytes;
  enum class Relation {
    data,
    source,
    alternative,
    supplement
  } relation = Relation::alternative;  // ISO 32000-2, 7.11.3
  base::Instant at;
};
// Before it is sealed. Throws std::runtime_error when it is no PDF.
std::string attach_file(std::string_view pdf, const Attachment& attachment);

}  // namespace papers
