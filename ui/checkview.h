// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/api/checkreport.h"

#include <QWidget>

class QGridLayout;

namespace leat {

class ErrorCard;

/// The steps of a connection test as they happen: glyph, word, note and time each, and the error
/// of the step that failed.
class CheckView : public QWidget
{
    Q_OBJECT
public:
    CheckView(const char* prefix, QWidget* parent = nullptr);
    void setReport(const CheckReport& report);
    /// An error that is not a step's.
    void setError(const std::optional<Error>& error);

private:
    void fillRow(int row, const CheckStep& step);
    QGridLayout* m_grid;
    ErrorCard* m_error;
    CheckReport m_shown;
};

} // namespace leat
