// The text of a PDF that a stranger sent, in the places where it stands on the page (P3): read by poppler's pdftotext
// in the confined child.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace papers {

// UTF-8 without control characters but line ends; of the first 20 pages, 256 KiB at most; empty for a scan. Null when
// the child could not be run in time: try again later. Takes a processor for a fraction of a second: Pace::waits.
std::optional<std::string> text_of_pdf(const std::filesystem::path& pdf);

// What pdftotext wrote, made fit to be kept: valid, within the limit, cut after a line.
std::string kept_text(std::string_view written);

}  // namespace papers
