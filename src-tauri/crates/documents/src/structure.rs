//! The structure of a paper: what each thing on its pages is, in reading order.
//!
//! A tree of elements is built beside the flow: headings, paragraphs, lists, tables, figures. Everything drawn
//! belongs to one of them or is an artifact, which a reader that speaks leaves out. The tree knows no pages and
//! no PDF: an element that runs over a page break is still one element. The order of the tree is the order in
//! which the paper is read.

/// One element of a tree. The order of nodes is the order of reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Node(usize);

/// What a heading cell is the head of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    Column,
    Row,
}

/// What an element is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    Document,
    /// A part without a heading of its own, such as an address.
    Group,
    /// With its words, which also name it in the outline.
    Heading {
        level: u8,
        words: String,
    },
    Paragraph,
    Quote,
    List,
    ListItem,
    /// A list item's number or dash, or the label of a value.
    Label,
    ListBody,
    Table,
    TableHead,
    TableBody,
    /// The rows of sums.
    TableFoot,
    Row,
    HeadCell {
        scope: Scope,
        /// How many columns it takes.
        columns: usize,
    },
    Cell,
    /// With what is said instead of it.
    Figure {
        words: String,
    },
    /// A stretch of text beside a link.
    Span,
    /// Words that lead to a URI.
    Link {
        target: String,
    },
}

/// What is drawn and is not part of what the paper says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Artifact {
    /// Marks on the sheet, such as the return line for the window of an envelope.
    Layout,
    /// The running head of a page.
    Head,
    /// The running foot of a page, page number included.
    Foot,
    /// Said again because a page ended: a table's head, a sum carried forward.
    Repeated,
}

/// Where a drawn thing belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tag {
    Element(Node),
    Artifact(Artifact),
}

impl From<Node> for Tag {
    fn from(node: Node) -> Self {
        Self::Element(node)
    }
}

impl From<Artifact> for Tag {
    fn from(artifact: Artifact) -> Self {
        Self::Artifact(artifact)
    }
}

/// An element with what is below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Element {
    pub(crate) role: Role,
    pub(crate) kids: Vec<Node>,
}

/// The tree. New elements go below the one that is open; at first that is the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Structure {
    elements: Vec<Element>,
    open: Vec<Node>,
}

impl Default for Structure {
    fn default() -> Self {
        Self {
            elements: vec![Element {
                role: Role::Document,
                kids: Vec::new(),
            }],
            open: vec![Node(0)],
        }
    }
}

impl Structure {
    /// A new element, the last one below the open element.
    pub(crate) fn add(&mut self, role: Role) -> Node {
        let node = Node(self.elements.len());
        let parent = self.open.last().copied().unwrap_or(Node(0));
        if let Some(parent) = self.elements.get_mut(parent.0) {
            parent.kids.push(node);
        }
        self.elements.push(Element {
            role,
            kids: Vec::new(),
        });
        node
    }

    /// A new element that takes all others until it is closed.
    pub(crate) fn open(&mut self, role: Role) -> Node {
        let node = self.add(role);
        self.open.push(node);
        node
    }

    /// Opens an element once more, the last one added or one above it.
    pub(crate) fn reopen(&mut self, node: Node) {
        self.open.push(node);
    }

    pub(crate) fn close(&mut self) {
        if self.open.len() > 1 {
            self.open.pop();
        }
    }

    pub(crate) fn role(&self, node: Node) -> Option<&Role> {
        self.elements.get(node.0).map(|element| &element.role)
    }

    /// All elements in reading order, each before its kids: that is the order in which they were added.
    pub(crate) fn elements(&self) -> impl DoubleEndedIterator<Item = (Node, &Element)> {
        let elements = self.elements.iter().enumerate();
        elements.map(|(index, element)| (Node(index), element))
    }

    /// A paragraph.
    pub(crate) fn paragraph(&mut self) -> Node {
        self.add(Role::Paragraph)
    }

    pub(crate) fn heading(&mut self, level: u8, words: &str) -> Node {
        self.add(Role::Heading {
            level,
            words: words.to_owned(),
        })
    }

    /// A row that is headed by its first cell: the nodes of that cell, which takes `columns`, and of the next.
    pub(crate) fn headed_row(&mut self, columns: usize) -> (Node, Node) {
        self.open(Role::Row);
        let head = self.add(Role::HeadCell {
            scope: Scope::Row,
            columns,
        });
        let cell = self.add(Role::Cell);
        self.close();
        (head, cell)
    }

    /// A label and its value, as an item of the open list.
    pub(crate) fn labelled(&mut self) -> (Node, Node) {
        self.open(Role::ListItem);
        let label = self.add(Role::Label);
        let body = self.add(Role::ListBody);
        self.close();
        (label, body)
    }
}
